package dev.atlas.application.switching;

import dev.atlas.application.Ids;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The steps of a switch that last. Each is one transaction of one store: it begins a term and notes in the journal what that
 * means, and does neither if somebody else has brought the switch on meanwhile. So it does not matter who takes them, nor
 * how often one is tried.
 *
 * @param successor is told what becomes of the stores
 * @param patience for how long a step waits for writes that are under way
 */
record SwitchSteps(Successor successor, Ids ids, Clock clock, Duration patience) {

    /** From now on the primary takes no writes. The position is the last of its feed. */
    Committed<Switch> fence(Storage primary, Storage mirror) {
        Term term = primary.term();
        Switch entry = draining(term, primary, mirror);
        return primary.enter(term.in(Role.FENCED), patience, repositories -> repositories
                .switches()
                .add(entry));
    }

    private Switch draining(Term term, Storage primary, Storage mirror) {
        return Switch.draining(
                ids.next(),
                term.epoch() + 1,
                primary.describe().store(),
                mirror.describe().store(),
                now());
    }

    /**
     * Notes something in the journal of the mirror and takes it back in the same transaction. What runs in a store for the first
     * time takes long, and while it is switched to writes wait.
     */
    void rehearse(Storage primary, Storage mirror) {
        Switch entry = draining(primary.term(), primary, mirror);
        mirror.write(repositories -> {
            repositories.switches().add(entry);
            return repositories.switches().remove(entry.id());
        });
    }

    /** Takes {@link #fence} back. */
    void cancel(Storage primary, Switch draining) {
        primary.enter(draining.mirroring().in(Role.PRIMARY), patience, repositories -> repositories
                .switches()
                .replace(Switch.cancelled(draining, now())));
    }

    /**
     * The point of no return.
     *
     * @param followFrom where in the feed of the mirror the former primary goes on
     */
    Switch handOver(Storage primary, Switch draining, Position followFrom) {
        return primary.enter(draining.serving().in(Role.MIRROR), patience, repositories -> repositories
                        .switches()
                        .replace(Switch.handedOver(draining, followFrom, now())))
                .value();
    }

    /** Makes the former mirror the primary, unless it is already. */
    void takeOver(Storage mirror, Switch handedOver) {
        Term term = mirror.term();
        if (!term.equals(handedOver.serving())) {
            handedOver.mirroring().requireStill(term);
            Switch entry = Switch.completed(handedOver, now());
            mirror.enter(handedOver.serving(), patience, repositories -> {
                successor.lead(repositories);
                return repositories.switches().add(entry);
            });
        }
    }

    /** Has the former primary know that it mirrors the new one. */
    void complete(Storage former, Storage primary, Switch handedOver) {
        StoreDescription description = primary.describe();
        former.write(handedOver.serving().in(Role.MIRROR), repositories -> {
            successor.follow(repositories, description, followFrom(handedOver));
            return repositories.switches().replace(Switch.completed(handedOver, now()));
        });
    }

    private Instant now() {
        return Instants.now(clock);
    }

    private static Position followFrom(Switch handedOver) {
        return Objects.requireNonNull(
                handedOver.followFrom(), "a switch that was handed over says where to follow from");
    }
}
