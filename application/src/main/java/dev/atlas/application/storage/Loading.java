package dev.atlas.application.storage;

import dev.atlas.application.storage.CopyMark.State;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts all records of a source into a target. Where an earlier run had put some already, these are compared with the source
 * and repaired; beyond, records are put without looking, some ranges in one transaction. Afterwards the target holds what the
 * source does, which is for a verification to prove.
 */
final class Loading {

    /** Records of one transaction, or as many as have {@link Range#CHARACTERS}: a commit takes as long as putting hundreds. */
    static final int AT_ONCE = 5 * Range.ROWS;

    private final TargetReading reading;
    private final TargetWriter target;
    private final CopyMark start;
    private final Progress progress;
    private final ForwardReferences references = new ForwardReferences();
    private final Map<Kind, List<RecordKey>> extra = new LinkedHashMap<>();
    private final Map<String, CopyMark.Progress> reached = new HashMap<>();
    private final List<RangeSummary> done = new ArrayList<>();
    private final List<StoredRecord> waiting = new ArrayList<>();
    private long characters;
    private CopyMark.Progress upTo = CopyMark.Progress.NONE;

    /** @param start what the target holds */
    Loading(CopyMark start, TargetReading reading, TargetWriter target, Progress progress) {
        this.start = start;
        this.reading = reading;
        this.target = target;
        this.progress = progress;
    }

    /** Reads {@code source} to its end. Answers what it held. */
    List<RangeSummary> run(RecordSource source) {
        try (PutAhead ahead = new PutAhead()) {
            Ranges ranges = new Ranges(source);
            for (Range range = ranges.next(); range != null; range = ranges.next()) {
                take(range, ahead);
            }
            ahead.await();
        }
        eraseExtra();
        return done;
    }

    private void take(Range range, PutAhead ahead) {
        RangeSummary summary = range.summary();
        references.remember(range.records());
        CopyMark.Progress now = passed(range, summary);
        if (mayBeThere(range)) {
            ahead.await();
            repair(range, now);
            progress.advance(range.kind(), range.records().size());
        } else {
            gather(range, now, ahead);
        }
        if (range.last()) {
            ahead.await();
            references.restore(range.kind(), target);
        }
        done.add(summary);
    }

    /** How far the kind is with this range. */
    private CopyMark.Progress passed(Range range, RangeSummary summary) {
        String kind = range.kind().name();
        CopyMark.Progress before = reached.getOrDefault(kind, CopyMark.Progress.NONE);
        if (range.records().isEmpty()) {
            return before;
        }
        CopyMark.Progress now = new CopyMark.Progress(
                range.records().getLast().key(),
                before.tally().plus(range.records().size(), range.detachedDigest(summary.digest())));
        reached.put(kind, now);
        return now;
    }

    /** Has records put that are not there yet, once there would be too many of them for one transaction. */
    private void gather(Range range, CopyMark.Progress now, PutAhead ahead) {
        if (waiting.size() + range.records().size() > AT_ONCE || characters + range.characters() > Range.CHARACTERS) {
            putWaiting(range.kind(), ahead);
        }
        waiting.addAll(detached(range.records()));
        characters += range.characters();
        upTo = now;
        if (range.last()) {
            putWaiting(range.kind(), ahead);
        }
    }

    private void putWaiting(Kind kind, PutAhead ahead) {
        if (waiting.isEmpty()) {
            return;
        }
        List<StoredRecord> records = List.copyOf(waiting);
        CopyMark.Progress now = upTo;
        waiting.clear();
        characters = 0;
        ahead.begin(() -> target.put(kind, records, now), () -> progress.advance(kind, records.size()));
    }

    /** True unless the target is known to hold nothing where this range lies. */
    private boolean mayBeThere(Range range) {
        RecordKey last = start.of(range.kind().name()).last();
        return start.state() != State.COPYING
                || (last != null && (range.after() == null || range.after().compareTo(last) < 0));
    }

    private void repair(Range range, CopyMark.Progress now) {
        Kind kind = range.kind();
        Map<RecordKey, EncodedRecord> there = new HashMap<>();
        reading.in(range).forEach(each -> there.put(each.key(), each));
        List<EncodedRecord> differing = new ArrayList<>();
        for (EncodedRecord each : range.records()) {
            if (!same(each, there.remove(each.key()))) {
                differing.add(each);
            }
        }
        if (!there.isEmpty()) {
            extra.computeIfAbsent(kind, ignored -> new ArrayList<>()).addAll(there.keySet());
            target.repair(records -> records.put(kind, detached(differing)));
        } else if (!differing.isEmpty() && onlyNew(differing, kind)) {
            target.put(kind, detached(differing), now);
        } else if (!differing.isEmpty()) {
            target.repair(records -> records.put(kind, detached(differing)));
        }
    }

    /** True if the target needs no other record than it has, but perhaps its forward reference, which is put later. */
    private static boolean same(EncodedRecord source, @Nullable EncodedRecord there) {
        return there != null && source.detached().equals(there.detached()) && (source.forward() || !there.forward());
    }

    private boolean onlyNew(List<EncodedRecord> differing, Kind kind) {
        RecordKey last = start.of(kind.name()).last();
        return target.mark().state() == State.COPYING
                && differing.stream()
                        .allMatch(each -> last == null || each.key().compareTo(last) > 0);
    }

    private static List<StoredRecord> detached(List<EncodedRecord> records) {
        return records.stream()
                .map(each -> EncodedRecord.detached(each.record()))
                .toList();
    }

    /** Removes what the source no longer has, children before what they refer to. */
    private void eraseExtra() {
        List<Kind> kinds = new ArrayList<>(extra.keySet());
        for (Kind kind : kinds.reversed()) {
            List<RecordKey> keys = extra.getOrDefault(kind, List.of());
            for (int from = 0; from < keys.size(); from += Range.ROWS) {
                Set<RecordKey> some = Set.copyOf(keys.subList(from, Math.min(keys.size(), from + Range.ROWS)));
                target.repair(records -> records.erase(kind, some));
            }
        }
    }
}
