package dev.atlas.domain.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a kind, exactly as stored, version included.
 *
 * @param values in the order of the kind's columns, of the Java types of {@link Column.Type}; null where there is none
 */
public record StoredRecord(Kind kind, List<@Nullable Object> values) {

    public StoredRecord {
        if (values.size() != kind.columns().size()) {
            throw new IllegalArgumentException(
                    kind + " has " + kind.columns().size() + " columns, not " + values.size());
        }
        values = Collections.unmodifiableList(new ArrayList<@Nullable Object>(values));
    }

    /** What names it among its kind. */
    public RecordKey key() {
        return RecordKey.of(values.getFirst());
    }

    public @Nullable Object value(String column) {
        return values.get(kind.indexOf(column));
    }

    /** The same record with another value in one column. */
    public StoredRecord with(String column, @Nullable Object value) {
        List<@Nullable Object> changed = new ArrayList<>(values);
        changed.set(kind.indexOf(column), value);
        return new StoredRecord(kind, changed);
    }
}
