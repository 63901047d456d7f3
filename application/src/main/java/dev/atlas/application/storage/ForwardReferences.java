package dev.atlas.application.storage;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * References of records to later ones of their own kind. No engine takes them before the later ones are there, so they are
 * left out at first and put when the kind is complete. Remembers two keys for each.
 */
final class ForwardReferences {

    private final Map<RecordKey, @Nullable Object> references = new HashMap<>();

    void remember(List<EncodedRecord> records) {
        for (EncodedRecord each : records) {
            Column toItself = each.record().kind().toItself();
            if (toItself != null && each.forward()) {
                references.put(each.key(), each.record().value(toItself.name()));
            }
        }
    }

    /** Puts those of {@code kind}, and forgets them. */
    void restore(Kind kind, TargetWriter target) {
        Column toItself = kind.toItself();
        if (toItself != null && !references.isEmpty()) {
            List<RecordKey> keys = new ArrayList<>(references.keySet());
            for (int from = 0; from < keys.size(); from += Range.ROWS) {
                List<RecordKey> some = keys.subList(from, Math.min(keys.size(), from + Range.ROWS));
                target.restore(kind, some, record -> restored(record, toItself));
            }
        }
        references.clear();
    }

    private StoredRecord restored(StoredRecord record, Column toItself) {
        return record.with(toItself.name(), references.get(record.key()));
    }
}
