package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.MirrorMark.State;
import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import dev.atlas.domain.switching.Switches;
import java.time.Instant;

/**
 * What is known to be lost if a store takes over from its primary without having caught up with it.
 *
 * @param primary the store that would be lost
 * @param place where that was, for people, without a password
 * @param transactions that the primary was known to hold, and this store does not; there may be more
 * @param heardAt when the primary was last heard of: what it has written since nobody can say
 */
public record KnownLoss(Id<Storage> primary, String place, long transactions, Instant heardAt) {

    /** Nothing has to be lost, or the store holds too little to go on with. */
    public static final String NO_LOSS = "storage.no_loss_to_accept";

    /**
     * What {@code store} knows.
     *
     * @throws WrongState {@link #NO_LOSS} if it is the primary or becomes it without a loss, or does not hold everything that its
     *     primary held at some time
     */
    public static KnownLoss of(Storage store) {
        Term term = store.renew();
        String url = store.describe().url();
        if (term.role() == Role.PRIMARY) {
            throw none(url, "is the primary, so that there is no loss to accept");
        }
        if (term.role() == Role.FENCED) {
            throw none(url, "was the primary until a switch was broken off, and a start brings that to its end");
        }
        return store.read(repositories -> in(repositories, store));
    }

    /** The same in a unit of work, for a store that is a mirror or was one. */
    static KnownLoss in(Repositories repositories, Storage store) {
        String url = store.describe().url();
        return MirrorMarks.find(repositories.records())
                .map(mark -> of(mark, url))
                .or(() -> repositories.switches().newest(Switches.RECENT).stream()
                        .filter(entry -> isHandedOver(entry, store))
                        .findFirst()
                        .map(KnownLoss::of))
                .orElseThrow(() -> none(url, "holds nothing of a primary: restore a backup"));
    }

    private static KnownLoss of(MirrorMark mark, String url) {
        if (mark.state() != State.FOLLOWING && mark.state() != State.DETACHED) {
            throw none(url, "never held everything that its primary held: restore a backup");
        }
        return new KnownLoss(mark.source(), mark.origin(), mark.ahead(), mark.updatedAt());
    }

    /** When it was handed over, the other one held everything that this one does. */
    private static KnownLoss of(Switch handedOver) {
        return new KnownLoss(handedOver.to(), "the store it was switched to", 0, handedOver.updatedAt());
    }

    static boolean isHandedOver(Switch entry, Storage store) {
        return entry.state() == Switch.State.HANDED_OVER
                && entry.from().equals(store.describe().store());
    }

    private static WrongState none(String url, String reason) {
        return new WrongState(NO_LOSS, "%s %s.".formatted(url, reason));
    }

    /** What it is, for a sentence. */
    public String text() {
        return "all that %s wrote after %s, at least %d transactions,"
                .formatted(place, Instants.text(heardAt), transactions);
    }
}
