package dev.atlas.mongo;

import com.mongodb.client.ClientSession;
import dev.atlas.domain.storage.StorageException;
import org.jspecify.annotations.Nullable;

/** One attempt at a unit of work. Belongs to the thread that runs it. */
final class Unit {

    private final ClientSession session;
    private final int place;
    private final @Nullable LongRead reading;
    private @Nullable StorageException failure;

    /**
     * @param session in the (first) transaction of this unit
     * @param place a number that no other unit of this store has at the same time; low ones are used first
     * @param reading what lets a unit that only reads outlive its transaction; null for one that writes
     */
    Unit(ClientSession session, int place, @Nullable LongRead reading) {
        this.session = session;
        this.place = place;
        this.reading = reading;
    }

    /** To be called before records are scanned. */
    void beforeScan() {
        if (reading != null) {
            reading.beforeScan();
        }
    }

    /** To be called before the unit commits. */
    void beforeCommit() {
        if (reading != null) {
            reading.goOn();
        }
    }

    /** To be called when the unit is over. */
    void close() {
        if (reading != null) {
            reading.close();
        }
        if (session.hasActiveTransaction()) {
            session.abortTransaction();
        }
    }

    ClientSession session() {
        return reading == null ? session : reading.session();
    }

    int place() {
        return place;
    }

    /** Ends the unit: whatever its work does from now on, nothing of it is kept. Only the first failure counts. */
    void fail(StorageException reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    /** Why this unit has ended, or null while it goes on. */
    @Nullable
    StorageException failure() {
        return failure;
    }
}
