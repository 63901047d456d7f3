package dev.atlas.application.storage;

import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.Verification.Side;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Compares two stores: every record of every kind that moves, by digests over ranges of keys, and where those differ record
 * by record. Each side is read in one state of its own, and both at the same time; a store that is written meanwhile is
 * compared as it was when its reading began.
 */
public record StorageVerification(Clock clock) {

    /** Differing records that are named; all are counted. */
    public static final int NAMED = 1_000;

    /**
     * Reads both stores to the end.
     *
     * @throws dev.atlas.application.Refusal.WrongState if their kinds are not of the same shape
     * @throws StorageException if a side cannot be read to the end in one state; then nothing is known
     */
    public Verification run(Storage source, Storage target, MovingListener listener) {
        MovingRules.requireSameSchema(Origin.of(source.describe()), target.describe());
        List<Kind> kinds = StoreContents.movingKinds(source);
        Instant at = clock.instant();
        Side here = side(source);
        Side there = side(target);
        Progress progress = new Progress(
                listener, Phase.VERIFYING, StoreContents.of(source, kinds).records());
        try (StoreReading reading = StoreReading.of(source, kinds);
                StoreReading other = StoreReading.of(target, kinds)) {
            Comparison comparison = new Comparison(other, kinds);
            Ranges ranges = new Ranges(reading);
            for (Range range = ranges.next(); range != null; range = ranges.next()) {
                comparison.compare(range.summary(), range.records());
                progress.advance(range.kind(), range.records().size());
            }
            return result(at, here, there, comparison);
        }
    }

    /** Compares a store with ranges that were read earlier, of {@code source} in one state of it. */
    Verification run(Side source, List<RangeSummary> ranges, Storage target, MovingListener listener) {
        List<Kind> kinds = StoreContents.movingKinds(target);
        Instant at = clock.instant();
        Side there = side(target);
        long total = ranges.stream().mapToLong(RangeSummary::rows).sum();
        Progress progress = new Progress(listener, Phase.VERIFYING, total);
        try (StoreReading reading = StoreReading.of(target, kinds)) {
            Comparison comparison = new Comparison(reading, kinds);
            for (RangeSummary range : ranges) {
                comparison.compare(range, null);
                progress.advance(range.kind(), range.rows());
            }
            return result(at, source, there, comparison);
        }
    }

    static Side side(Storage storage) {
        return new Side(storage.describe(), storage.position());
    }

    private static Verification result(Instant at, Side source, Side target, Comparison comparison) {
        return new Verification(at, source, target, comparison.results(), comparison.differences(), comparison.named());
    }
}
