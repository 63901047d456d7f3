package dev.atlas.cli.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.LostPrimary;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term.Role;

/** Keeps everybody who would serve or write away from a store that is not the primary. */
public final class PrimaryStore {

    /** The code of the refusal. */
    static final String NOT_PRIMARY = "storage.not_primary";

    private static final String BOTH = "atlas serve with " + StorageEngines.MIRROR;

    private PrimaryStore() {}

    /**
     * The store itself.
     *
     * @throws WrongState if it is in another role; then the store is closed
     */
    public static Storage require(Storage storage) {
        try {
            if (storage.term().role() != Role.PRIMARY) {
                throw refusal(storage, remedy(storage));
            }
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static String remedy(Storage storage) {
        return LostPrimary.is(storage)
                ? "was given up as lost, and another one has taken over: name that one"
                : remedy(storage.term().role());
    }

    private static String remedy(Role role) {
        return switch (role) {
            case PRIMARY -> throw new IllegalArgumentException("nothing is to be done about a primary");
            case MIRROR -> "mirrors another store: name that one, or both, to have it take over (" + BOTH + ")";
            case DETACHED ->
                "was a mirror, and does not hold what was written since: name its primary, or both, to have it"
                        + " catch up and take over (" + BOTH + ")";
            case FENCED ->
                "is being switched away from, or was when Atlas was killed: name the other store as well (" + BOTH
                        + "), and that is brought to its end";
        };
    }

    /** What to say of a store that is not the primary and cannot become it. */
    static WrongState refusal(Storage storage, String remedy) {
        return new WrongState(
                NOT_PRIMARY,
                "%s is not the primary (%s); it %s. atlas storage status tells more."
                        .formatted(storage.describe().url(), storage.term(), remedy));
    }
}
