package dev.atlas.application.storage;

import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that follow each other in a store, the damaged ones among them.
 *
 * @param upTo the greatest key of them all; that where it began if there are none
 * @param last if the kind has no more
 */
record Scan(
        List<StoredRecord> sound,
        Map<RecordKey, DamagedRecord> damaged,
        @Nullable RecordKey upTo,
        boolean last) {

    /**
     * Up to {@code rows} records after a key.
     *
     * @throws DamagedRecord if it is a key that cannot be read: there is no going on from it
     */
    static Scan of(Records records, Kind kind, @Nullable RecordKey after, int rows) {
        try {
            List<StoredRecord> found = records.scan(kind, after, rows);
            return new Scan(
                    found, Map.of(), found.isEmpty() ? after : found.getLast().key(), found.size() < rows);
        } catch (DamagedRecord e) {
            return oneByOne(records, kind, after, rows);
        }
    }

    private static Scan oneByOne(Records records, Kind kind, @Nullable RecordKey after, int rows) {
        List<StoredRecord> sound = new ArrayList<>();
        Map<RecordKey, DamagedRecord> damaged = new HashMap<>();
        RecordKey upTo = after;
        while (sound.size() + damaged.size() < rows) {
            try {
                List<StoredRecord> next = records.scan(kind, upTo, 1);
                if (next.isEmpty()) {
                    return new Scan(sound, damaged, upTo, true);
                }
                sound.addAll(next);
                upTo = next.getFirst().key();
            } catch (DamagedRecord e) {
                if (e.key() == null) {
                    throw e;
                }
                damaged.put(e.key(), e);
                upTo = e.key();
            }
        }
        return new Scan(sound, damaged, upTo, false);
    }

    /** All of them, in key order. */
    List<EncodedRecord> encode() {
        List<EncodedRecord> encoded = new ArrayList<>(sound.size() + damaged.size());
        sound.forEach(each -> encoded.add(EncodedRecord.of(each)));
        damaged.forEach((key, damage) -> encoded.add(EncodedRecord.damaged(key, damage)));
        if (!damaged.isEmpty()) {
            encoded.sort(Comparator.comparing(EncodedRecord::key));
        }
        return encoded;
    }
}
