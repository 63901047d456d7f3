package dev.atlas.application.nodes;

import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is kept no longer, now and then, from a thread of its own, until it is closed. Any number of nodes may. */
public final class Sweeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final String what;
    private final Duration between;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param what is swept away, in words for the log, such as {@code old chats}
     * @param between how long after one sweep the next begins
     */
    public Sweeping(String what, Duration between) {
        this.what = what;
        this.between = between;
    }

    /** @param sweep removes what is due, and returns how many there were */
    public void begin(IntSupplier sweep) {
        Thread.ofVirtual().name("atlas-sweep: " + what).start(() -> sweeps(sweep));
    }

    private void sweeps(IntSupplier sweep) {
        try {
            do {
                sweepOrLater(sweep);
            } while (!closed.await(between.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOrLater(IntSupplier sweep) {
        try {
            int swept = sweep.getAsInt();
            if (swept > 0) {
                LOG.info("{} {} are gone", swept, what);
            }
        } catch (StorageException e) {
            LOG.warn("All {} stay until the next sweep: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("All {} stay until the next sweep", what, e);
        }
    }

    /**
     * Sweeps in one small unit of work after the other, until little is left or this is closed.
     *
     * @param atOnce how many go at once, at most
     * @param some removes so many, and returns how many there were
     * @return how many there were in all
     */
    public int inUnits(int atOnce, IntSupplier some) {
        int all = 0;
        int swept;
        do {
            swept = some.getAsInt();
            all += swept;
        } while (swept == atOnce && closed.getCount() > 0);
        return all;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
