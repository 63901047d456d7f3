package dev.atlas.application.switching;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;

/** What a switch needs of whoever mirrors one store into another. Safe for any number of threads. */
public interface Successor {

    /**
     * Throws {@link WrongState} unless the mirror holds everything and was proven to; what was written last may be missing.
     */
    void requireReady(Storage mirror);

    /** Somebody who brings this mirror on. Does nothing before it is asked to. */
    CatchUp catchUp(Storage primary, Storage mirror);

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
