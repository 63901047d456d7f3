package dev.atlas.application.switching;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Fenced;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.switching.Switch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out which of two stores is the primary, and brings to an end what a switch that was broken off has left. */
final class Succession {

    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final Storage one;
    private final Storage other;
    private final SwitchSteps steps;

    Succession(Storage one, Storage other, SwitchSteps steps) {
        this.one = one;
        this.other = other;
        this.steps = steps;
    }

    /** Which of the stores is the primary, in what term, and the other one. */
    record Roles(Storage primary, Term term, Storage mirror) {}

    /**
     * The roles, or empty if none of the two is the primary, as far as can be seen.
     *
     * @param patience how long somebody else who is in the middle of a switch is left to go on with it before that is taken back or
     *     brought to its end here
     * @throws Unavailable if neither store answers, or one that is to be changed does not
     */
    Optional<Roles> settle(Duration patience) {
        long start = System.nanoTime();
        while (true) {
            Standing standing = look();
            if (standing instanceof Standing.Settled settled) {
                return Optional.of(roles(settled));
            } else if (standing instanceof Standing.Unsettled) {
                return Optional.empty();
            }
            try {
                goOn(standing, System.nanoTime() - start > patience.toNanos());
            } catch (Fenced | Conflict e) {
                LOG.debug("Somebody else has brought the switch on", e);
            }
        }
    }

    /** The roles as they are, unless a switch is under way or none of the stores is the primary. Brings nothing on. */
    Optional<Roles> standing() {
        return look() instanceof Standing.Settled settled ? Optional.of(roles(settled)) : Optional.empty();
    }

    private Roles roles(Standing.Settled settled) {
        Storage primary = of(settled.primary());
        return new Roles(primary, settled.term(), primary == one ? other : one);
    }

    private void goOn(Standing standing, boolean overdue) {
        switch (standing) {
            case Standing.HandedOver left when overdue -> finish(left.entry());
            case Standing.Draining left when overdue -> cancel(left.entry());
            default -> LockSupport.parkNanos(PAUSE);
        }
    }

    /** A store that does not answer is left out: that one is the primary is for itself to say. */
    private Standing look() {
        View first = view(one);
        View second = view(other);
        if (first != null) {
            return Standing.of(first, second);
        } else if (second != null) {
            return Standing.of(second, null);
        }
        throw new Unavailable("neither store answers", null);
    }

    private static @Nullable View view(Storage storage) {
        try {
            return View.of(storage);
        } catch (Unavailable e) {
            LOG.debug("A store does not answer; the other one alone is asked which is the primary", e);
            return null;
        }
    }

    private void cancel(Switch draining) {
        steps.cancel(of(draining.from()), draining);
        LOG.warn("A switch was taken back that did not come to its end; the primary goes on");
    }

    private void finish(Switch handedOver) {
        Storage primary = of(handedOver.to());
        steps.takeOver(primary, handedOver);
        steps.complete(of(handedOver.from()), primary, handedOver);
        LOG.warn("A switch that was broken off behind its point of no return was brought to its end");
    }

    private Storage of(Id<Storage> store) {
        return one.describe().store().equals(store) ? one : other;
    }
}
