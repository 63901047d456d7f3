package dev.atlas.mongo;

import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageLoad;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * As many units of work as there are connections, in the order in which they came: waiting here is cheaper and fairer
 * than in the driver's pool. Every unit gets a number, the lowest free ones first as far as possible.
 */
final class Places implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final int count;
    private final Duration patience;
    private final Semaphore turns;
    private final ConcurrentLinkedDeque<Integer> free = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Places(BackendSettings settings) {
        this.count = settings.pool();
        this.patience = settings.queueTimeout();
        this.turns = new Semaphore(count, true);
        for (int place = 0; place < count; place++) {
            free.addLast(place);
        }
    }

    /** Waits for a place. Throws {@link Unavailable} if none becomes free in time or the store is closed. */
    int take() {
        mustBeOpen();
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Unavailable("waited too long for a connection to MongoDB", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for a connection to MongoDB", e);
        }
        if (closed) {
            turns.release();
        }
        mustBeOpen();
        return free.removeFirst();
    }

    void giveBack(int place) {
        free.addFirst(place);
        turns.release();
    }

    StorageLoad load() {
        return new StorageLoad(count - turns.availablePermits(), count, turns.getQueueLength());
    }

    void mustBeOpen() {
        if (closed) {
            throw Unavailable.closed(null);
        }
    }

    /** Refuses new units and waits, within a bound, until the running ones have ended. */
    @Override
    public void close() {
        closed = true;
        try {
            if (turns.tryAcquire(count, CLOSE.toNanos(), TimeUnit.NANOSECONDS)) {
                turns.release(count);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
