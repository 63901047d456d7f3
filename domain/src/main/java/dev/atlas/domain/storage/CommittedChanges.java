package dev.atlas.domain.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What one transaction of the engine touched: one unit of work, or several that were committed together.
 *
 * @param position behind which to go on reading
 * @param touched the keys of the records that were added, changed or removed, by kind
 */
public record CommittedChanges(Position position, SequencedMap<Kind, SequencedSet<RecordKey>> touched) {

    public CommittedChanges {
        SequencedMap<Kind, SequencedSet<RecordKey>> copy = new LinkedHashMap<>();
        for (Map.Entry<Kind, SequencedSet<RecordKey>> each : touched.entrySet()) {
            copy.put(each.getKey(), Collections.unmodifiableSequencedSet(new LinkedHashSet<>(each.getValue())));
        }
        touched = Collections.unmodifiableSequencedMap(copy);
    }

    /** True if a record of this kind and key was touched. */
    public boolean touches(Kind kind, RecordKey key) {
        SequencedSet<RecordKey> keys = touched.get(kind);
        return keys != null && keys.contains(key);
    }
}
