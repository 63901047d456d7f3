package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store the mirror of another one, from a thread of its own, until it is closed or detached: copies everything while
 * everybody goes on writing, then takes over what they write. Whatever is in the way is tried again, with pauses, and never
 * disturbs the primary. Only one process mirrors a primary at a time; others wait until it ends.
 */
public final class Mirror implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** Less than the lease, which is renewed between two attempts. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Records of the primary's feed that are counted at most, to say how far it is ahead. */
    private static final int COUNTED = 10_000;

    private static final Duration CLOSE = Duration.ofSeconds(20);

    private final Storage primary;
    private final StorePlace place;
    private final Clock clock;
    private final MirrorListener listener;
    private final Followership followership;
    private final VerificationSchedule schedule = new VerificationSchedule();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile MirrorStatus status;
    private volatile @Nullable Storage open;
    private Duration pause = FIRST_PAUSE;

    private Mirror(Storage primary, StorePlace place, Clock clock, MirrorListener listener) {
        this.primary = primary;
        this.place = place;
        this.clock = clock;
        this.listener = listener;
        this.followership = new Followership(primary, clock);
        this.status = new MirrorStatus(
                place.engine().name(), place.toString(), Phase.PREFLIGHT, 0, 0, 0, null, null, null, null);
        this.thread = Thread.ofPlatform().name("atlas-mirror").daemon().unstarted(this::rounds);
    }

    /** Begins at once. Neither waits for the mirror nor fails if there is none yet. */
    public static Mirror attach(Storage primary, StorePlace place, Clock clock) {
        return attach(primary, place, clock, MirrorListener.SILENT);
    }

    static Mirror attach(Storage primary, StorePlace place, Clock clock, MirrorListener listener) {
        Mirror mirror = new Mirror(primary, place, clock, listener);
        mirror.thread.start();
        return mirror;
    }

    /** How it stands. Asks nobody. */
    public MirrorStatus status() {
        return status;
    }

    /** Has everything compared as soon and as fast as possible. The {@linkplain #status() status} tells the result. */
    public void verify() {
        schedule.ask();
    }

    private void rounds() {
        while (!isClosed()) {
            try {
                round();
            } catch (WrongState | DamagedRecord e) {
                stopped(e.getMessage());
            } catch (CannotOpen e) {
                becomes(status.in(Phase.UNREACHABLE, e.getMessage()));
            } catch (StorageException.Fenced e) {
                LOG.debug("The primary takes no writes; it is looked again", e);
                becomes(status.in(Phase.SWITCHING, "The primary is being switched, or was."));
            } catch (StorageException e) {
                LOG.debug("A step of the mirror failed; it is tried again", e);
                becomes(status.in(Phase.UNREACHABLE, "The primary or the mirror does not answer."));
            } catch (RuntimeException e) {
                LOG.error("The mirror cannot go on; it is tried again", e);
                stopped("Something unexpected is in the way; the log says what.");
            }
            countMissing();
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void stopped(@Nullable String problem) {
        becomes(status.in(Phase.STOPPED, problem));
        pause = LONGEST_PAUSE;
    }

    /** Goes on for as long as nothing is in the way. */
    private void round() {
        if (!followership.hold(null)) {
            becomes(status.in(Phase.ELSEWHERE, "Another node mirrors."));
            return;
        }
        try (Storage mirror = place.open()) {
            open = mirror;
            MirrorRun run = new MirrorRun(primary, mirror, clock, schedule, followership, listener);
            becomes(run.status(status));
            while (!isClosed()) {
                MirrorRun.Paused step = run.next(status);
                becomes(step.status());
                pause = FIRST_PAUSE;
                rest(step.pause());
            }
        } finally {
            open = null;
        }
    }

    /**
     * Reads in the mirror, whatever it holds by now.
     *
     * @throws StorageException.Unavailable also if it is not open at the moment
     */
    public <R> R read(Function<? super Repositories, R> work) {
        Storage mirror = open;
        if (mirror == null) {
            throw new StorageException.Unavailable("the mirror is not open", null);
        }
        return mirror.read(work);
    }

    private void becomes(MirrorStatus next) {
        if (status.phase() != next.phase()) {
            String problem = next.problem() == null ? "" : ": " + next.problem();
            LOG.info("The mirror {} is {}{}", next.url(), next.phase().word(), problem);
        }
        status = next;
    }

    /** How far the primary has got while the mirror could not be brought on. */
    private void countMissing() {
        Position reached = status.position();
        if (reached == null) {
            return;
        }
        try {
            if (primary.changes().read(reached, COUNTED, Duration.ZERO) instanceof Changes.Batch batch) {
                status = status.behind(batch.transactions().size(), status.exactAt());
            }
        } catch (StorageException e) {
            LOG.debug("The primary does not say how far it has got", e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void rest(Duration time) {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("Woken to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /**
     * Ends mirroring for good. The mirror keeps its data and says until when it is true; the primary keeps nothing for it.
     *
     * @throws StorageException if a store does not answer; mirroring has ended all the same
     */
    public void detach() {
        if (ended()) {
            followership.end();
            try (Storage mirror = place.open()) {
                Mirroring.detach(mirror, clock);
            }
        }
    }

    /** Ends after the step that runs. What the primary writes from then on is kept for whoever goes on. */
    @Override
    public void close() {
        try {
            if (ended()) {
                followership.pass();
            }
        } catch (StorageException.Fenced | StorageException.Conflict e) {
            LOG.debug("The primary was switched, or somebody else mirrors by now", e);
        } catch (StorageException e) {
            LOG.warn("Others wait for the lease of this mirror to lapse before they go on with it", e);
        }
    }

    /** False if a step takes too long to wait for its end. */
    private boolean ended() {
        closed.countDown();
        try {
            return thread.join(CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
