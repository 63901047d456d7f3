package dev.atlas.application.storage;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * What a range held.
 *
 * @param upTo its greatest key; null if it reaches to the end of the kind
 * @param digest SHA-256 over its records as lines of an export, in hexadecimal digits
 */
record RangeSummary(
        Kind kind, @Nullable RecordKey after, @Nullable RecordKey upTo, long rows, String digest) {

    boolean covers(RecordKey key) {
        return upTo == null || key.compareTo(upTo) <= 0;
    }
}
