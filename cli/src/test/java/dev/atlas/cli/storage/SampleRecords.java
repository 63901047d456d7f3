package dev.atlas.cli.storage;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fills every kind that moves, whatever kinds there are, with values that some engine or tool has once changed on the way.
 * The same seed makes the same records.
 */
final class SampleRecords {

    private static final int BATCH = 500;
    private static final String[] TEXT_KEYS = {"", " ", "a.", "a.Z", "\u00e4", "\uff5e", "\ufffd", "\ud83d\ude00"};

    private final Random random;
    private final SampleValues values;
    private final Map<String, List<Object>> keys = new HashMap<>();

    SampleRecords(long seed) {
        this.random = new Random(seed);
        this.values = new SampleValues(random);
    }

    /** Adds {@code count} records of each kind. */
    void fill(Storage storage, int count) {
        fill(storage, kind -> count);
    }

    /** Adds as many records of each kind as {@code count} says. */
    void fill(Storage storage, ToIntFunction<Kind> count) {
        List<Kind> kinds = storage.read(repositories -> repositories.records().kinds());
        for (Kind kind : kinds) {
            if (kind.moves()) {
                fill(storage, kind, count.applyAsInt(kind));
            }
        }
    }

    private void fill(Storage storage, Kind kind, int count) {
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(key(kind, i));
        }
        keys.put(kind.name(), made);
        List<StoredRecord> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(record(kind, i, made));
            if (batch.size() == BATCH || i + 1 == count) {
                List<StoredRecord> records = List.copyOf(batch);
                storage.write(repositories -> {
                    put(repositories.records(), kind, records);
                    return true;
                });
                batch.clear();
            }
        }
    }

    /** In one call; with references that point forward in it. */
    private static void put(Records records, Kind kind, Collection<StoredRecord> some) {
        records.put(kind, List.copyOf(some));
    }

    private Object key(Kind kind, int place) {
        return switch (kind.key().type()) {
            case ID -> new UUID(random.nextLong(), random.nextLong());
            default -> TEXT_KEYS[place % TEXT_KEYS.length] + values.mark() + place;
        };
    }

    private StoredRecord record(Kind kind, int place, List<Object> own) {
        List<@Nullable Object> record = new ArrayList<>();
        record.add(own.get(place));
        int stride = 1;
        for (int i = 1; i < kind.columns().size(); i++) {
            String other = kind.columns().get(i).refersTo();
            if (other == null) {
                record.add(values.of(kind, kind.columns().get(i), place));
            } else if (other.equals(kind.name())) {
                record.add(place % 3 == 0 ? null : own.get(sibling(place, own.size())));
            } else {
                List<Object> theirs = keys.getOrDefault(other, List.of());
                record.add(theirs.get(place / stride % theirs.size()));
                stride = theirs.size();
            }
        }
        return new StoredRecord(kind, record);
    }

    /** One of the same batch, before or after; keys are random, so it is as often greater as not. */
    private static int sibling(int place, int count) {
        int start = place - place % BATCH;
        return start + (place * 7 + 1) % Math.min(BATCH, count - start);
    }

    /** The keys of a kind, in their order. */
    static List<RecordKey> keys(Storage storage, Kind kind) {
        return storage.read(repositories -> repositories.records().scan(kind, null, Integer.MAX_VALUE)).stream()
                .map(StoredRecord::key)
                .toList();
    }
}
