package dev.atlas.domain.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Stretch} holds in one state.
 *
 * @param after the key before the first; null for the beginning
 * @param records all with keys after {@code after} and up to {@code upTo}, in the order of their keys
 * @param upTo where the next stretch begins; null if the kind has no more
 */
public record StretchRecords(
        Kind kind,
        @Nullable RecordKey after,
        List<StoredRecord> records,
        @Nullable RecordKey upTo) {

    public StretchRecords {
        records = List.copyOf(records);
    }
}
