package dev.atlas.cli.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
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
        Storage store = WholeStore.require(place.openExisting(), session.engines());
        ServedPair pair = session.pair(place, store, other);
        try {
            pair.settle();
            return pair;
        } catch (WrongState e) {
            throw closing(
                    pair,
                    e.code().equals(StoragePair.NO_PAIR)
                            ? LossAcceptance.refusal(store, other, to == null ? "" : " --to " + other)
                            : e);
        } catch (RuntimeException e) {
            throw closing(pair, e);
        }
    }

    private static RuntimeException closing(ServedPair pair, RuntimeException e) {
        pair.close();
        return e;
    }

    /** Where the other one is, or would be. */
    StorePlace other() {
        return to == null
                ? session.engines()
                        .mirror(session.environment())
                        .orElseThrow(() -> new CannotOpen(
                                "Say where the mirror is: set %s, or give --to.".formatted(StorageEngines.MIRROR)))
                : new StoreUrl("--to", to).place(session);
    }
}
