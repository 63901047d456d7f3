package dev.atlas.domain.storage;

import dev.atlas.domain.Id;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What names a record among its kind. Ordered by bytes, as every engine orders its key index. */
public sealed interface RecordKey extends Comparable<RecordKey> {

    record OfId(UUID value) implements RecordKey {}

    record OfText(String value) implements RecordKey {}

    /** The key that is this stored value. */
    static RecordKey of(@Nullable Object value) {
        return switch (value) {
            case UUID id -> new OfId(id);
            case String text -> new OfText(text);
            case null, default -> throw new IllegalArgumentException("a key is an id or a text");
        };
    }

    /** The value itself, a {@link UUID} or a {@link String}. */
    default Object raw() {
        return switch (this) {
            case OfId id -> id.value();
            case OfText text -> text.value();
        };
    }

    @Override
    default int compareTo(RecordKey other) {
        if (this instanceof OfId mine && other instanceof OfId theirs) {
            return Id.compare(mine.value(), theirs.value());
        }
        return Arrays.compareUnsigned(
                raw().toString().getBytes(StandardCharsets.UTF_8),
                other.raw().toString().getBytes(StandardCharsets.UTF_8));
    }
}
