package dev.atlas.application.storage;

import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StoreDescription;
import java.time.Instant;
import java.util.List;

/**
 * What a comparison of two stores found. Every record of every kind that moves was read on both sides, each side in one
 * state of its own.
 *
 * @param at when it began
 * @param kinds in the order of the stored kinds
 * @param differences how many records differ, are missing or are extra
 * @param named the first of them, {@value StorageVerification#NAMED} at most
 */
public record Verification(
        Instant at, Side source, Side target, List<KindResult> kinds, long differences, List<Difference> named) {

    /**
     * One of the two stores.
     *
     * @param position before its state was taken; commits up to it were seen
     */
    public record Side(StoreDescription store, Position position) {}

    /**
     * One kind.
     *
     * @param digest of the source's records: SHA-256 over those of its ranges
     */
    public record KindResult(String kind, long sourceRecords, long targetRecords, long differences, String digest) {}

    public Verification {
        kinds = List.copyOf(kinds);
        named = List.copyOf(named);
    }

    /** True if both stores hold exactly the same records. */
    public boolean equal() {
        return differences == 0;
    }

    /** How many records the source holds. */
    public long records() {
        return kinds.stream().mapToLong(KindResult::sourceRecords).sum();
    }

    /** One digest of everything the source holds; the same for equal stores, whatever their engines. */
    public String digest() {
        return Digests.of(kinds, kind -> kind.kind() + " " + kind.sourceRecords() + " " + kind.digest());
    }
}
