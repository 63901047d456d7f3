package dev.atlas.application.switching;

import dev.atlas.application.Ids;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.switching.Succession.Roles;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Term.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The primary and its mirror, as one node sees them: one of the two serves, and they can change places while it does. Where
 * another node has them change places this one follows.
 */
public final class StoragePair implements AutoCloseable {

    /** The mirror is none, or of something else, or the primary is elsewhere. */
    public static final String NO_PAIR = "storage.no_mirror";

    private static final Logger LOG = LoggerFactory.getLogger(StoragePair.class);
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final GatedStorage gate;
    private final Succession succession;
    private final SwitchSteps steps;
    private final Duration bound;
    private final Duration overdue;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean following = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param one the store that serves until {@link #settle} says otherwise
     * @param bound how long the mirror may take to catch up while writes wait
     */
    public StoragePair(Storage one, Storage other, Successor successor, Ids ids, Clock clock, Duration bound) {
        this.steps = new SwitchSteps(successor, ids, clock, STEP);
        this.bound = bound;
        this.succession = new Succession(one, other, steps);
        this.overdue = bound.multipliedBy(2);
        this.gate = new GatedStorage(one, overdue);
        gate.whenFenced(() -> follow(overdue));
    }

    /** What use cases write to and read from. */
    public GatedStorage storage() {
        return gate;
    }

    /**
     * Finds out which of the two is the primary, and has it serve.
     *
     * @param patience how long a switch that is under way is waited for, before it is taken for broken off and taken back
     * @throws WrongState {@link #NO_PAIR} if none of the two is
     * @throws StorageException if the stores cannot be asked
     */
    public void settle(Duration patience) {
        turn.lock();
        try {
            Roles roles = settled(patience);
            gate.serve(roles.primary(), roles.term());
        } finally {
            turn.unlock();
        }
    }

    private Roles settled(Duration patience) {
        return succession
                .settle(patience)
                .orElseThrow(() -> new WrongState(NO_PAIR, "None of the two stores is the primary."));
    }

    /**
     * Switches from the primary to its mirror, or changes nothing.
     *
     * @throws WrongState {@link #NO_PAIR} if the other store is no mirror
     * @throws StorageException if a step failed; the primary serves on
     */
    public void switchOver(SwitchListener listener) {
        turn.lock();
        try {
            Roles roles = settled(overdue);
            if (!roles.mirror().term().equals(roles.term().in(Role.MIRROR))) {
                throw new WrongState(NO_PAIR, "The other store is not the mirror of the primary.");
            }
            new Switchover(steps, gate, bound, listener).run(roles.primary(), roles.mirror());
        } catch (RuntimeException e) {
            settleAfter(e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Looks whether another node has switched, or the other store has taken over from a primary that is lost, and follows if
     * so. Does nothing while this one is at it.
     *
     * @throws StorageException if the primary does not answer
     */
    public void look() {
        if (turn.tryLock()) {
            try {
                gate.look();
            } catch (Unavailable e) {
                follow(succession.standing().orElseThrow(() -> e));
            } finally {
                turn.unlock();
            }
        }
    }

    private void follow(Roles roles) {
        if (roles.term().epoch() > gate.term().epoch()) {
            LOG.warn("The primary does not answer, and the other store has taken over without it");
            gate.serve(roles.primary(), roles.term());
        }
    }

    private void settleAfter(RuntimeException failure) {
        try {
            settle(Duration.ZERO);
        } catch (StorageException | WrongState e) {
            failure.addSuppressed(e);
            follow(Duration.ZERO);
        }
    }

    /**
     * Until it is known which of the stores is the primary, writes wait at the gate.
     *
     * @param patience how long a switch that is under way is waited for, from now on; none for one that was begun here
     */
    private void follow(Duration patience) {
        if (following.compareAndSet(false, true)) {
            Thread.ofVirtual().name("atlas-storage-succession").start(() -> rounds(patience));
        }
    }

    private void rounds(Duration patience) {
        long start = System.nanoTime();
        try {
            boolean told = false;
            while (!settles(patience.minusNanos(System.nanoTime() - start), told)
                    && !closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                told = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            following.set(false);
        }
    }

    /** @param told whether the log knows already that it cannot be told */
    private boolean settles(Duration patience, boolean told) {
        try {
            settle(patience);
            return true;
        } catch (StorageException | WrongState e) {
            if (!told) {
                LOG.warn("It cannot be told yet which store is the primary; writes wait", e);
            }
            return false;
        }
    }

    /** Follows no more. The stores belong to whoever opened them. */
    @Override
    public void close() {
        closed.countDown();
    }
}
