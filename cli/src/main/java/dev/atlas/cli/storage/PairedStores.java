package dev.atlas.cli.storage;

import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.CannotOpen;
import org.jspecify.annotations.Nullable;

/**
 * The store of the settings and the other one of its pair, for commands.
 *
 * @param to where the other one is; null for where the settings say
 */
record PairedStores(Session session, @Nullable String to) {

    static final String OTHER = "The other store, unless ATLAS_STORAGE_MIRROR names it: " + StoreUrl.FORMS + ".";

    /** Opens both, the other one as soon as it is needed, and finds out which of them is the primary. */
    ServedPair open() {
        StorePlace place = session.place();
        StorePlace other = other();
        ServedPair pair = session.pair(place, WholeStore.require(place.openExisting(), session.engines()), other);
        try {
            pair.settle();
            return pair;
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    private StorePlace other() {
        return to == null
                ? session.engines()
                        .mirror(session.environment())
                        .orElseThrow(() -> new CannotOpen(
                                "Say where the mirror is: set %s, or give --to.".formatted(StorageEngines.MIRROR)))
                : new StoreUrl("--to", to).place(session);
    }
}
