package dev.atlas.application.chat;

import dev.atlas.application.Refusal;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Storing what must not be lost once storage takes it again, on a thread of its own, as long as this node lives. */
final class Persistence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 10;

    private final CountDownLatch ending = new CountDownLatch(1);
    private final Set<Thread> attempting = ConcurrentHashMap.newKeySet();
    private final List<String> lost = new ArrayList<>();
    private boolean reported;

    /**
     * Stores at once, also on a thread that was told to stop. What storage does not take is stored {@link #later}, and whoever waits
     * for it is told.
     *
     * @param what for the log
     * @param storing may be done twice without harm
     * @param ended done once it is stored, or given up
     * @throws StorageException if it is to be stored later
     */
    <R> R store(String what, Supplier<R> storing, Runnable ended) {
        boolean interrupted = Thread.interrupted();
        boolean later = false;
        try {
            return storing.get();
        } catch (StorageException e) {
            later = true;
            later(what, storing, ended);
            throw e;
        } finally {
            if (!later) {
                ended.run();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Tries again and again, with growing pauses, for some minutes; when this node ends at once and for the last time.
     *
     */
    private void later(String what, Supplier<?> storing, Runnable ended) {
        Thread thread = Thread.ofVirtual().name("atlas-persistence").unstarted(() -> {
            try {
                attempts(what, storing);
            } finally {
                ended.run();
                attempting.remove(Thread.currentThread());
            }
        });
        synchronized (this) {
            attempting.add(thread);
            thread.start();
        }
    }

    private void attempts(String what, Supplier<?> storing) {
        Duration pause = FIRST_PAUSE;
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                boolean last = ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                if (stored(what, storing)) {
                    return;
                }
                if (last) {
                    giveUp(what);
                    return;
                }
                pause = pause.multipliedBy(2);
            }
            LOG.error("Storage did not take {} in {} attempts: it is lost", what, ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void giveUp(String what) {
        lost.add(what);
        if (reported) {
            report();
        }
    }

    /** True if nothing is left to be done. */
    private boolean stored(String what, Supplier<?> storing) {
        try {
            var unused = storing.get();
            return true;
        } catch (StorageException.Unavailable e) {
            if (e.forGood()) {
                giveUp(what);
            }
            return e.forGood();
        } catch (StorageException e) {
            LOG.debug("Storage does not take {} yet", what, e);
            return false;
        } catch (Refusal e) {
            return true; // its chat is gone
        }
    }

    /** Has everything that waits be tried at once, for the last time, and from now on everything that comes. */
    void end() {
        ending.countDown();
    }

    /** Waits within a bound for what is tried for the last time, and tells what storage did not take. */
    @Override
    public void close() {
        end();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread each : attempting()) {
                if (!each.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    giveUp("something that is still tried");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        report();
    }

    private synchronized List<Thread> attempting() {
        return List.copyOf(attempting);
    }

    private synchronized void report() {
        reported = true;
        if (!lost.isEmpty()) {
            LOG.error("Storage did not take these before this node ended: {}", lost);
            lost.clear();
        }
    }
}
