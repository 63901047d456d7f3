package dev.atlas.application.storage;

import dev.atlas.application.storage.CopyMark.State;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.MovingEvent.Resumed;
import dev.atlas.application.storage.MovingEvent.StartedOver;
import dev.atlas.application.storage.Verification.Side;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings all records of a source into one target, proves that it did, and leaves the mark of it there.
 *
 * @param source opens the source, in one state of it; called again to start over
 */
record Transfer(Origin origin, Supplier<RecordSource> source, Storage target, List<Kind> kinds, Clock clock) {

    private record Proven(List<RangeSummary> ranges, Verification proof) {}

    /**
     * Leaves a mark in a target that has none, so that nobody takes it for whole from now on. Answers that mark, or the one
     * that an earlier run has left.
     */
    CopyMark begin(Optional<CopyMark> found) {
        return found.orElseGet(() -> {
            TargetWriter writer = new TargetWriter(target, clock, beginning(State.COPYING));
            writer.put(State.COPYING, Map.of());
            return writer.mark();
        });
    }

    /** Takes the mark back from a target into which nothing was put. */
    void withdraw() {
        target.write(repositories -> {
            CopyMarks.erase(repositories.records());
            return true;
        });
    }

    /**
     * Runs to the end and answers what the target was then found to hold, compared with what was read of the source. If they
     * are equal, the mark says so.
     *
     * @param mark what an earlier run has left, or this one's own
     * @param expected of the source
     */
    Verification run(CopyMark mark, Side side, StoreContents expected, MovingListener listener) {
        if (present(mark) > 0) {
            listener.on(new Resumed(present(mark)));
        }
        Proven proven = proven(mark, side, expected, listener);
        if (proven.proof().equal()) {
            complete(proven.ranges());
        }
        return proven.proof();
    }

    private Proven proven(CopyMark mark, Side side, StoreContents expected, MovingListener listener) {
        try {
            return load(mark, side, expected, listener);
        } catch (Conflict e) {
            if (present(mark) == 0) {
                throw e;
            }
            listener.on(new StartedOver("What was copied earlier stands in the way (" + e.rule() + ")."));
            erase(mark);
            return load(beginning(State.COPYING), side, expected, listener);
        }
    }

    static long present(CopyMark mark) {
        return mark.progress().values().stream()
                .mapToLong(reached -> reached.tally().records())
                .sum();
    }

    /** Notes that the target was proven to hold exactly these ranges. */
    private void complete(List<RangeSummary> ranges) {
        Map<String, CopyMark.Progress> whole = new HashMap<>();
        for (RangeSummary range : ranges) {
            CopyMark.Progress sofar = whole.getOrDefault(range.kind().name(), CopyMark.Progress.NONE);
            whole.put(
                    range.kind().name(),
                    new CopyMark.Progress(range.upTo(), sofar.tally().plus(range.rows(), range.digest())));
        }
        new TargetWriter(target, clock, beginning(State.COMPLETE)).put(State.COMPLETE, whole);
    }

    private Proven load(CopyMark start, Side side, StoreContents expected, MovingListener listener) {
        CopyMark onwards = start.state() == State.COMPLETE
                ? start.with(State.REPAIRING, start.progress(), start.updatedAt())
                : start;
        TargetWriter writer = new TargetWriter(target, clock, onwards);
        Progress progress = new Progress(listener, Phase.COPYING, expected.records());
        return target.fill(
                many(start, expected),
                () -> {
                    try (RecordSource reading = source.get()) {
                        return new Loading(start, new TargetReading(target), writer, progress).run(reading);
                    }
                },
                ranges -> new Proven(ranges, new StorageVerification(clock).run(side, ranges, target, listener)));
    }

    /** The kinds of which more records are still to come than one transaction puts. */
    private List<Kind> many(CopyMark start, StoreContents expected) {
        return start.state() == State.COPYING
                ? kinds.stream()
                        .filter(kind -> expected.of(kind)
                                        - start.of(kind.name()).tally().records()
                                > Loading.AT_ONCE)
                        .toList()
                : List.of();
    }

    private void erase(CopyMark mark) {
        TargetWriter writer = new TargetWriter(target, clock, mark);
        for (Kind kind : kinds.reversed()) {
            for (List<RecordKey> keys = some(kind); !keys.isEmpty(); keys = some(kind)) {
                List<RecordKey> these = keys;
                writer.repair(records -> records.erase(kind, these));
            }
        }
        writer.put(State.COPYING, Map.of());
    }

    private List<RecordKey> some(Kind kind) {
        return target.read(repositories -> repositories.records().scan(kind, null, Range.ROWS).stream()
                .map(StoredRecord::key)
                .toList());
    }

    private CopyMark beginning(State state) {
        Instant now = Instants.now(clock);
        return new CopyMark(origin.store(), origin.name(), origin.schema(), state, Map.of(), now, now);
    }
}
