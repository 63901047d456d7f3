package dev.atlas.application.switching;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StoreDescription;
import java.time.Duration;

/** What a switch needs of whoever mirrors one store into another. Safe for any number of threads. */
public interface Successor {

    /**
     * Throws {@link WrongState} unless the mirror holds everything and was proven to; what was written last may be missing.
     */
    void requireReady(Storage mirror);

    /**
     * Has the mirror hold everything that its primary holds up to this position.
     *
     * @throws Unavailable if it does not within {@code patience}
     */
    void reach(Storage primary, Storage mirror, Position position, Duration patience);

    /**
     * Notes in a store that it mirrors no more.
     *
     * @param mirror the store, in the unit of work that makes it the primary
     */
    void lead(Repositories mirror);

    /**
     * Notes in a store that it holds what the primary held at this position, and mirrors that from there.
     *
     * @param former the store, in the unit of work that ends the switch away from it
     */
    void follow(Repositories former, StoreDescription primary, Position from);
}
