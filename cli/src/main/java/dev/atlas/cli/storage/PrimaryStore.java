package dev.atlas.cli.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.Storage;

/** Keeps everybody who would serve or write away from a store that is not the primary. */
public final class PrimaryStore {

    /** The code of the refusal. */
    static final String NOT_PRIMARY = "storage.not_primary";

    private PrimaryStore() {}

    /**
     * The store itself.
     *
     * @throws WrongState if it is in another role; then the store is closed
     */
    public static Storage require(Storage storage) {
        try {
            String remedy =
                    switch (storage.term().role()) {
                        case PRIMARY -> "";
                        case MIRROR -> "mirrors another store: name that one";
                        case DETACHED -> "was a mirror, and does not hold what was written since: name its primary";
                        case FENCED ->
                            "is being switched away from, or was when Atlas was killed: wait for it, or name the store it was to be switched to";
                    };
            if (!remedy.isEmpty()) {
                throw new WrongState(
                        NOT_PRIMARY,
                        "%s is not the primary (%s); it %s. atlas storage status tells more."
                                .formatted(storage.describe().url(), storage.term(), remedy));
            }
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }
}
