package dev.atlas.application.mirror;

import dev.atlas.application.storage.Keys;
import dev.atlas.domain.storage.Advance.Touched;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Unique values that go from one record to another: two users who exchange their names, a best checkpoint that is no
 * longer. State is taken over in no order of its own, so the value can be wanted before it is free.
 *
 * @param touched what is about to be taken over
 */
record UniqueValues(List<Touched> touched) {

    /**
     * Takes their unique values from all records that are about to be replaced or removed.
     *
     * @throws Conflict if that would remove what refers to them
     */
    void free(Records records) {
        for (Touched each : touched) {
            if (!each.kind().unique().isEmpty()) {
                free(records, each.kind(), keys(each));
            }
        }
    }

    private static void free(Records records, Kind kind, List<RecordKey> keys) {
        Optional<Column> text = text(kind);
        if (text.isPresent()) {
            String column = text.get().name();
            records.put(
                    kind,
                    records.find(kind, keys).stream()
                            .map(each -> each.with(column, Keys.text(each.key())))
                            .toList());
        } else {
            records.erase(kind, keys);
        }
    }

    /** A column of the rule that can hold the key for a moment, which no other record has. */
    private static Optional<Column> text(Kind kind) {
        return kind.columns().stream()
                .filter(column -> kind.unique().contains(column.name()))
                .filter(column -> column.type() == Type.TEXT && column.refersTo() == null)
                .findFirst();
    }

    private static List<RecordKey> keys(Touched touched) {
        List<RecordKey> keys = new ArrayList<>(touched.gone());
        touched.present().stream().map(StoredRecord::key).forEach(keys::add);
        return keys;
    }
}
