package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets codes that have expired, so that their digits can be somebody else's. */
public final class LinkCodeSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkCodeSweep.class);
    private static final Duration BETWEEN_SWEEPS = LinkCode.LIFE;

    /** More than are made in the units that sweep beside what else they do. */
    private static final int SWEPT_AT_ONCE = 20;

    private final Foundation foundation;
    private final CountDownLatch closed = new CountDownLatch(1);

    LinkCodeSweep(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Sweeps now and then from a thread of its own, until it is closed. Any number of nodes may. */
    public void begin() {
        Thread.ofVirtual().name("atlas-link-code-sweep").start(this::sweeps);
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
            LOG.debug("Codes that have expired stay until the next sweep", e);
        } catch (RuntimeException e) {
            LOG.error("Codes that have expired stay until the next sweep", e);
        }
    }

    /** Removes all codes that have expired. Returns how many there were. */
    public int sweep() {
        int all = 0;
        int some;
        do {
            some = expired().isEmpty()
                    ? 0
                    : foundation.storage().write(this::some).value();
            all += some;
        } while (some == SWEPT_AT_ONCE && closed.getCount() > 0);
        return all;
    }

    /** Removes a few of them with whatever else a unit does. Returns how many. */
    int some(Repositories to) {
        List<LinkCode> old = expired(to);
        old.forEach(code -> to.linkCodes().remove(code.id()));
        return old.size();
    }

    /** Looked for without a write: mostly there are none. */
    private List<LinkCode> expired() {
        return foundation.storage().read(from -> expired(from));
    }

    private List<LinkCode> expired(Repositories from) {
        return from.linkCodes().expiringBefore(foundation.now(), SWEPT_AT_ONCE);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
