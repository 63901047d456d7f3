package dev.atlas.sqlite;

import dev.atlas.domain.Json;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How many bytes of memory a decoded row takes, about: enough to bound what is kept. */
final class RowWeight {

    private static final int OBJECT = 32;

    /** An entry of a map with the object it holds. */
    private static final int ENTRY = 96;

    private RowWeight() {}

    static long of(List<@Nullable Object> values) {
        long weight = ENTRY + OBJECT;
        for (Object value : values) {
            weight += value == null ? 0 : of(value);
        }
        return weight;
    }

    private static long of(Object value) {
        return switch (value) {
            case String text -> OBJECT + 2L * text.length();
            case Json json -> of(json);
            case Collection<?> all -> all.stream().mapToLong(RowWeight::of).sum() + OBJECT;
            case SortedMap<?, ?> map -> map.size() * 2L * ENTRY;
            default -> OBJECT;
        };
    }

    private static long of(Json json) {
        return switch (json) {
            case Json.Obj object ->
                object.members().entrySet().stream()
                                .mapToLong(member -> ENTRY + of(member.getKey()) + of(member.getValue()))
                                .sum()
                        + ENTRY;
            case Json.Arr array ->
                array.items().stream().mapToLong(RowWeight::of).sum() + OBJECT;
            case Json.Str text -> OBJECT + of(text.value());
            case Json.Num number -> 2L * OBJECT;
            case Json.Bool bool -> OBJECT;
            case Json.Null nothing -> OBJECT;
        };
    }
}
