package dev.atlas.application.mirror;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.identity.StorageAudit;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import dev.atlas.domain.switching.Switches;
import java.time.Duration;

/**
 * Makes a mirror, or what was one, the primary without the store it mirrored, for those who would rather lose what it has not
 * taken over than wait. The epoch rises, so that the lost primary is told from the new one if it is found again.
 *
 * @param foundation over the store that is to be the primary
 */
public record ForcedSwitch(Foundation foundation) {

    /** It was not said, or wrongly, how much is lost. */
    public static final String NOT_ACCEPTED = "storage.loss_not_accepted";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Takes over, and tells the audit trail in the same transaction; or changes nothing. Nobody is asked whether the primary
     * answers.
     *
     * @param accepted how many transactions somebody says may be lost; what is known is to be said exactly
     * @return the term in which the store is the primary
     * @throws WrongState {@link #NOT_ACCEPTED} if another number is known; {@link KnownLoss#NO_LOSS} if nothing is to be lost
     */
    public Term run(KnownLoss known, long accepted) {
        requireAccepted(known, accepted);
        Storage store = foundation.storage();
        Term next = new Term(store.term().epoch() + 1, Role.PRIMARY);
        store.enter(next, PATIENCE, repositories -> {
            requireAccepted(KnownLoss.in(repositories, store), accepted);
            MirrorMarks.erase(repositories.records());
            note(repositories, known, next);
            return new StorageAudit(foundation)
                    .lossAccepted(repositories, known.place(), store.describe().url(), accepted);
        });
        return next;
    }

    private void note(Repositories repositories, KnownLoss known, Term next) {
        Storage store = foundation.storage();
        repositories.switches().newest(Switches.RECENT).stream()
                .filter(entry -> KnownLoss.isHandedOver(entry, store))
                .forEach(entry -> repositories.switches().replace(Switch.cancelled(entry, foundation.now())));
        repositories
                .switches()
                .add(Switch.forced(
                        foundation.ids().next(),
                        next.epoch(),
                        known.primary(),
                        store.describe().store(),
                        foundation.now()));
    }

    /** Throws {@link WrongState} {@link #NOT_ACCEPTED} unless that number is what is known. */
    public static void requireAccepted(KnownLoss known, long accepted) {
        if (accepted != known.transactions()) {
            throw new WrongState(
                    NOT_ACCEPTED,
                    "Nothing was changed: %s would be lost, and %d were accepted. Give that number exactly."
                            .formatted(known.text(), accepted));
        }
    }
}
