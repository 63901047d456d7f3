package dev.atlas.domain.storage;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every kind as plain records: for copying, verifying, exporting and importing all of a store. Nothing here knows a rule
 * of the domain, and versions stay as they are.
 */
public interface Records {

    /** Every kind of this version of Atlas, those others refer to first. */
    List<Kind> kinds();

    /** The kind of this name. Throws {@link IllegalStateException} if there is none. */
    default Kind kind(String name) {
        return kinds().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind " + name));
    }

    /**
     * Up to {@code limit} records with keys after {@code after} (from the start if null), in key order.
     *
     * @throws DamagedRecord naming the first of them that cannot be read; the unit of work goes on
     */
    List<StoredRecord> scan(Kind kind, @Nullable RecordKey after, int limit);

    /** Those of {@code keys} that are there, in no particular order. */
    List<StoredRecord> find(Kind kind, Collection<RecordKey> keys);

    /**
     * Adds each record, or puts it in the place of the one with its key; of several with one key the last one counts. What
     * a record refers to must be there, or be one of {@code records}, in any order.
     *
     * @throws StorageException.Conflict as {@link Aggregates#add} does
     */
    void put(Kind kind, List<StoredRecord> records);

    /**
     * Removes those of {@code keys} that are there, and with each what goes with it.
     *
     * @throws StorageException.Conflict as {@link Aggregates#remove} does
     */
    void erase(Kind kind, Collection<RecordKey> keys);

    /** How many records there are. Reads the key index: meant for progress and reports, not for lists. */
    long count(Kind kind);
}
