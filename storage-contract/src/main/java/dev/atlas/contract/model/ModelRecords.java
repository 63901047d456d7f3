package dev.atlas.contract.model;

import dev.atlas.contract.samples.Copies;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which records there are, not what they hold: only what leaves them as they are can be done here. */
record ModelRecords(Model model, List<Kind> kinds) implements Records {

    @Override
    public List<StoredRecord> scan(Kind kind, @Nullable RecordKey after, int limit) {
        return keys(kind)
                .filter(key -> after == null || key.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .map(key -> known(kind, key))
                .toList();
    }

    @Override
    public List<StoredRecord> find(Kind kind, Collection<RecordKey> keys) {
        return keys(kind).filter(keys::contains).map(key -> known(kind, key)).toList();
    }

    /** Of records that were found. */
    @Override
    public void put(Kind kind, List<StoredRecord> records) {}

    @Override
    public void erase(Kind kind, Collection<RecordKey> keys) {
        throw new UnsupportedOperationException("erasing minds no reference, and the model has no other way");
    }

    @Override
    public long count(Kind kind) {
        return keys(kind).count();
    }

    private Stream<RecordKey> keys(Kind kind) {
        return model.rows(kind.name()).values().stream().map(Copies::storedKey);
    }

    private static StoredRecord known(Kind kind, RecordKey key) {
        @Nullable Object[] values = new Object[kind.columns().size()];
        values[0] = key.raw();
        return new StoredRecord(kind, Arrays.asList(values));
    }
}
