package dev.atlas.mongo;

import com.mongodb.client.ClientSession;
import dev.atlas.domain.storage.StorageException;
import org.jspecify.annotations.Nullable;

/** One attempt at a unit of work. Belongs to the thread that runs it. */
final class Unit {

    private final ClientSession session;
    private final int place;
    private @Nullable StorageException failure;

    /**
     * @param session in the transaction of this unit
     * @param place a number that no other unit of this store has at the same time; low ones are used first
     */
    Unit(ClientSession session, int place) {
        this.session = session;
        this.place = place;
    }

    ClientSession session() {
        return session;
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
