package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets that something came in once no platform tells it again. */
public final class InboxRetention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxRetention.class);

    /** Telegram keeps what it could not deliver for a day, Slack tries for an hour; a week leaves room for clocks that jump. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final int SWEPT_AT_ONCE = 200;

    private final Foundation foundation;
    private final CountDownLatch closed = new CountDownLatch(1);

    InboxRetention(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Sweeps now and then from a thread of its own, until it is closed. Any number of nodes may. */
    public void begin() {
        Thread.ofVirtual().name("atlas-bot-inbox-retention").start(this::sweeps);
    }

    private void sweeps() {
        try {
            do {
                sweepOrLater();
            } while (!closed.await(BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOrLater() {
        try {
            sweep();
        } catch (StorageException e) {
            LOG.debug("What bots were told long ago stays until the next sweep", e);
        } catch (RuntimeException e) {
            LOG.error("What bots were told long ago stays until the next sweep", e);
        }
    }

    /** Returns how many updates are gone. */
    public int sweep() {
        Instant oldest = foundation.now().minus(KEPT);
        int all = 0;
        int some;
        do {
            some = foundation
                    .storage()
                    .write(to -> {
                        List<BotUpdate> old = to.botUpdates().endedBefore(oldest, SWEPT_AT_ONCE);
                        old.forEach(update -> to.botUpdates().remove(update.id()));
                        return old.size();
                    })
                    .value();
            all += some;
        } while (some == SWEPT_AT_ONCE && closed.getCount() > 0);
        return all;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
