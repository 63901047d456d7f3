package dev.atlas.cli.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.ForcedSwitch;
import dev.atlas.application.mirror.KnownLoss;
import dev.atlas.application.storage.StoreContents;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the store of the settings take over from a primary that is lost, if somebody says how much is lost with it. */
record LossAcceptance(PairedStores stores) {

    /** The store that is to be lost is there. */
    static final String ANSWERS = "storage.primary_answers";

    private static final Logger LOG = LoggerFactory.getLogger(LossAcceptance.class);

    /**
     * Takes over and says what is lost, or changes nothing.
     *
     * @param accepted how many transactions somebody says may be lost
     * @param dryRun changes nothing in any case
     * @throws WrongState if the other store answers, another number is known, or there is nothing to be lost
     */
    KnownLoss run(long accepted, boolean dryRun) {
        Session session = stores.session();
        try (Storage store = WholeStore.require(session.place().openExisting(), session.engines())) {
            KnownLoss known = KnownLoss.of(store);
            requireAway(known, stores.other());
            ForcedSwitch.requireAccepted(known, accepted);
            if (!dryRun) {
                new ForcedSwitch(session.foundation(store)).run(known, accepted);
            }
            return known;
        }
    }

    /** Where the primary was, an empty store that was made since is not it. */
    private static void requireAway(KnownLoss known, StorePlace other) {
        try (Storage found = other.openExisting()) {
            if (found.describe().store().equals(known.primary())) {
                throw new WrongState(
                        ANSWERS,
                        "%s answers, so that nothing has to be lost: start with both stores, and this one catches up and takes over."
                                .formatted(other));
            }
            if (!StoreContents.isEmpty(found)) {
                throw new WrongState(
                        ANSWERS,
                        "%s is not the store that this one has mirrored: name that one, which was %s."
                                .formatted(other, known.place()));
            }
        } catch (CannotOpen | StorageException e) {
            LOG.debug("The primary does not answer", e);
        }
    }

    /**
     * Why a store is not served from, whose primary cannot be asked, and what would have it take over.
     *
     * @param option of the command, beginning with a space, which says where the other store is if the settings do not
     */
    static WrongState refusal(Storage store, StorePlace other, String option) {
        String remedy =
                "cannot take over, as %s is not the primary either, or does not answer: see that it does, and start again"
                        .formatted(other);
        try {
            KnownLoss known = KnownLoss.of(store);
            return PrimaryStore.refusal(
                    store,
                    "%s. If it is gone for good: %s would be lost, and atlas storage switch%s --accept-loss %d accepts that"
                            .formatted(remedy, known.text(), option, known.transactions()));
        } catch (WrongState e) {
            WrongState refusal = PrimaryStore.refusal(store, remedy);
            return new WrongState(refusal.code(), "%s %s".formatted(refusal.getMessage(), e.getMessage()));
        }
    }
}
