package dev.atlas.persistence;

import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.Advance.Reason;
import dev.atlas.domain.storage.Advance.StartOver;
import dev.atlas.domain.storage.Advance.Step;
import dev.atlas.domain.storage.Advance.Touched;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.domain.storage.StretchRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step to one snapshot: a log tells which records differ, the snapshot how. Not safe for several threads. */
public final class SnapshotStep {

    /** Keys looked for with one question. */
    private static final int AT_ONCE = 1_000;

    private final Map<Kind, Set<RecordKey>> touched = new HashMap<>();
    private final int most;
    private long transactions;
    private int count;

    /** @param most how many records may be told */
    public SnapshotStep(int most) {
        GatheredChanges.requireLimit(most);
        this.most = most;
    }

    /** The log names this record. False if there are too many already, so that there is no point in going on. */
    public boolean touched(Kind kind, RecordKey key) {
        if (touched.computeIfAbsent(kind, each -> new LinkedHashSet<>()).add(key)) {
            count++;
        }
        return count <= most;
    }

    /** The log tells of one transaction more. */
    public void transaction() {
        transactions++;
    }

    /**
     * Reads what differs.
     *
     * @param records of the snapshot
     * @param position of the snapshot
     */
    public Advance to(Records records, Position position, @Nullable Stretch stretch) {
        if (count > most) {
            return new StartOver(Reason.TOO_MUCH);
        }
        List<Touched> differing = new ArrayList<>();
        for (Kind kind : records.kinds()) {
            Set<RecordKey> keys = touched.getOrDefault(kind, Set.of());
            if (!keys.isEmpty()) {
                differing.add(differing(records, kind, keys));
            }
        }
        return new Step(position, transactions, differing, found(records, stretch));
    }

    private static Touched differing(Records records, Kind kind, Set<RecordKey> keys) {
        List<RecordKey> all = List.copyOf(keys);
        List<StoredRecord> present = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            present.addAll(records.find(kind, all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        Set<RecordKey> gone = new LinkedHashSet<>(all);
        present.forEach(each -> gone.remove(each.key()));
        return new Touched(kind, present, List.copyOf(gone));
    }

    private static @Nullable StretchRecords found(Records records, @Nullable Stretch stretch) {
        if (stretch == null) {
            return null;
        }
        List<StoredRecord> rows = records.scan(stretch.kind(), stretch.after(), stretch.rows());
        boolean more = rows.size() == stretch.rows();
        return new StretchRecords(
                stretch.kind(), stretch.after(), rows, more ? rows.getLast().key() : null);
    }
}
