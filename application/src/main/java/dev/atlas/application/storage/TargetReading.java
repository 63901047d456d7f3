package dev.atlas.application.storage;

import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.List;

/** Reads single ranges of a target that is being written. */
record TargetReading(Storage target) {

    /** What the target holds where {@code range} lies. */
    List<EncodedRecord> in(Range range) {
        return target.read(repositories -> in(repositories.records(), range));
    }

    private static List<EncodedRecord> in(Records records, Range range) {
        List<EncodedRecord> found = new ArrayList<>();
        RangeSummary bounds = range.summary();
        RecordKey after = range.after();
        while (true) {
            List<StoredRecord> page = records.scan(range.kind(), after, Range.ROWS);
            for (StoredRecord each : page) {
                if (!bounds.covers(each.key())) {
                    return found;
                }
                found.add(EncodedRecord.of(each));
            }
            if (page.size() < Range.ROWS) {
                return found;
            }
            after = page.getLast().key();
        }
    }
}
