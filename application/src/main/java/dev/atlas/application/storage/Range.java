package dev.atlas.application.storage;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that follow each other: what is compared by one digest, and never put in more than one transaction. Where a range ends depends on
 * the records alone, not on the engine: after {@value #ROWS} of them, or {@value #CHARACTERS} characters of their texts.
 *
 * @param after the key all of its keys are greater than; null at the start of the kind
 * @param last if the kind has no more; then {@code records} may be none
 */
record Range(Kind kind, @Nullable RecordKey after, List<EncodedRecord> records, boolean last) {

    static final int ROWS = 1_000;
    static final int CHARACTERS = 4_000_000;

    /** What remains of it when its records are forgotten. */
    RangeSummary summary() {
        return new RangeSummary(
                kind,
                after,
                last ? null : records.getLast().key(),
                records.size(),
                Digests.of(records, EncodedRecord::text));
    }

    /** Of all texts. */
    long characters() {
        return records.stream().mapToLong(each -> each.text().length()).sum();
    }

    /**
     * The digest of the same records as they are before forward references are put.
     *
     * @param whole the digest with them, which is the same where there are none
     */
    String detachedDigest(String whole) {
        return records.stream().anyMatch(EncodedRecord::forward) ? Digests.of(records, EncodedRecord::detached) : whole;
    }
}
