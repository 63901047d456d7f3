package dev.atlas.persistence.sql;

import dev.atlas.domain.followers.Follower;
import dev.atlas.domain.storage.ChangesKept;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a change log as short as its followers allow, and bounded whatever they want: a thread of its own forgets, now and
 * then and in small transactions, what is due. Positions stay as they are.
 */
public final class ChangeRetention implements AutoCloseable {

    /** Changes forgotten in one transaction: few enough that nobody who writes waits for them noticeably. */
    static final int AT_ONCE = 1_000;

    /** More than any store has. */
    private static final int FOLLOWERS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ChangeRetention.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /**
     * Which changes may be forgotten: each that was made before {@code tooOld}, or has {@code rows} changes or more after
     * it, or was made before {@code old} at a position of {@code seen} at most.
     */
    public record Due(Instant tooOld, int rows, Instant old, long seen) {}

    /** One small transaction on the change log. */
    @FunctionalInterface
    public interface Step {

        /** Forgets the oldest changes as far as they are due, {@code limit} at most. Answers how many. */
        int forget(Due due, int limit);
    }

    private final Storage storage;
    private final Step step;
    private final ChangesKept kept;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param storage whose log it is, to be asked for those who follow it */
    public ChangeRetention(Storage storage, Step step, ChangesKept kept, Clock clock) {
        this.storage = storage;
        this.step = step;
        this.kept = kept;
        this.clock = clock;
    }

    /** Begins, with a pause. */
    public ChangeRetention start() {
        Thread.ofPlatform().name("atlas-change-retention").daemon().start(this::rounds);
        return this;
    }

    private void rounds() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                roundOrLater();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets all that is due. */
    public void round() {
        Due due = due(clock.instant());
        int forgotten;
        do {
            forgotten = step.forget(due, AT_ONCE);
        } while (forgotten == AT_ONCE && closed.getCount() > 0);
    }

    private Due due(Instant now) {
        return new Due(now.minus(kept.age()), kept.rows(), now.minus(kept.seen()), seen(now));
    }

    /** Up to where all followers that count have come. One of another epoch must start over anyway. */
    private long seen(Instant now) {
        long epoch = storage.position().epoch();
        List<Follower> followers =
                storage.read(repositories -> repositories.followers().list(FOLLOWERS));
        return followers.stream()
                .filter(follower -> follower.counts(now) && follower.position().epoch() == epoch)
                .mapToLong(follower -> follower.position().sequence())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void roundOrLater() {
        try {
            round();
        } catch (StorageException e) {
            LOG.debug("Old changes could not be forgotten now; the next round tries again", e);
        } catch (RuntimeException e) {
            LOG.error("Old changes could not be forgotten; the next round tries again", e);
        }
    }

    /** Ends after the step that runs. */
    @Override
    public void close() {
        closed.countDown();
    }
}
