package dev.atlas.domain.storage;

import dev.atlas.domain.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a kind, exactly as stored, version included.
 *
 * @param values in the order of the kind's columns, of the Java types of {@link Column.Type}; null where there is none. Decimals
 *     are brought to their {@linkplain Decimals#canonical one form}
 */
public record StoredRecord(Kind kind, List<@Nullable Object> values) {

    public StoredRecord {
        if (values.size() != kind.columns().size()) {
            throw new IllegalArgumentException(
                    kind + " has " + kind.columns().size() + " columns, not " + values.size());
        }
        List<@Nullable Object> canonical = new ArrayList<>(values);
        for (int i = 0; i < canonical.size(); i++) {
            if (canonical.get(i) instanceof BigDecimal number) {
                String field = kind.name() + "." + kind.columns().get(i).name();
                canonical.set(i, Decimals.canonical(field, number));
            }
        }
        values = Collections.unmodifiableList(canonical);
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
