package dev.atlas.application.storage;

import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record with its canonical text.
 *
 * @param text as a line of an export, without the line's end
 * @param detached the text of the record without its {@linkplain #forward forward reference}; mostly the same
 * @param damage why it cannot be read; then the record is its key alone, and the texts are empty
 */
record EncodedRecord(
        StoredRecord record,
        String text,
        String detached,
        @Nullable DamagedRecord damage) {

    static EncodedRecord of(StoredRecord record) {
        return of(record, Canonical.text(record));
    }

    /** @param text the canonical text of {@code record} */
    static EncodedRecord of(StoredRecord record, String text) {
        return new EncodedRecord(record, text, forward(record) ? Canonical.text(detached(record)) : text, null);
    }

    /** What there is of one that cannot be read. */
    static EncodedRecord damaged(RecordKey key, DamagedRecord damage) {
        List<@Nullable Object> values =
                new ArrayList<>(Collections.nCopies(damage.kind().columns().size(), null));
        values.set(0, key.raw());
        return new EncodedRecord(new StoredRecord(damage.kind(), values), "", "", damage);
    }

    boolean damaged() {
        return damage != null;
    }

    RecordKey key() {
        return record.key();
    }

    /** True if it names a record of its own kind that comes later in key order, and so cannot be there when this is put. */
    boolean forward() {
        return forward(record);
    }

    /** The record without its forward reference; itself if it has none. */
    static StoredRecord detached(StoredRecord record) {
        Column toItself = record.kind().toItself();
        return toItself != null && forward(record) ? record.with(toItself.name(), null) : record;
    }

    private static boolean forward(StoredRecord record) {
        Column toItself = record.kind().toItself();
        Object other = toItself == null ? null : record.value(toItself.name());
        return other != null && RecordKey.of(other).compareTo(record.key()) > 0;
    }
}
