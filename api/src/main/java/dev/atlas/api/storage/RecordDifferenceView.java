package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.application.storage.Difference;
import dev.atlas.application.storage.FieldDifference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not the same in the store and in the mirror.
 *
 * @param state {@code changed}, {@code missing} in the mirror, {@code extra} in the mirror, or {@code damaged}
 * @param fields that differ, or cannot be read
 */
@View
public record RecordDifferenceView(String key, String state, List<FieldDifferenceView> fields) {

    /**
     * Values of secrets are not shown, of long ones a part.
     *
     * @param primary absent if there is none in the store
     * @param mirror absent if there is none in the mirror
     */
    @View
    public record FieldDifferenceView(
            String field,
            @Nullable String primary,
            @Nullable String mirror) {}

    static RecordDifferenceView of(Difference difference) {
        return switch (difference) {
            case Difference.Changed(String kind, String key, List<FieldDifference> fields) ->
                new RecordDifferenceView(
                        key,
                        "changed",
                        fields.stream()
                                .map(each -> new FieldDifferenceView(each.field(), each.source(), each.target()))
                                .toList());
            case Difference.Missing(String kind, String key) -> new RecordDifferenceView(key, "missing", List.of());
            case Difference.Extra(String kind, String key) -> new RecordDifferenceView(key, "extra", List.of());
            case Difference.Damaged(String kind, String key, String here, String there) ->
                new RecordDifferenceView(
                        key,
                        "damaged",
                        Stream.of(here, there)
                                .flatMap(Stream::ofNullable)
                                .distinct()
                                .map(column -> new FieldDifferenceView(column, null, null))
                                .toList());
        };
    }
}
