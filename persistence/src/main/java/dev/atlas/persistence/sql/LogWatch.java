package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets followers of a change log wait for what comes next: commits of this process wake them, those of others are looked
 * for at intervals.
 */
public final class LogWatch {

    private final Duration interval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private long wakes;

    public LogWatch(Duration interval) {
        this.interval = interval;
    }

    /** To be called when something was committed, and when the store is closed. */
    public void wake() {
        lock.lock();
        try {
            wakes++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What {@code look} answers, once that is something or {@code patience} is over. */
    public Changes read(Supplier<Changes> look, Duration patience) {
        long start = System.nanoTime();
        while (true) {
            long seen = wakes();
            Changes found = look.get();
            long left = patience.toNanos() - (System.nanoTime() - start);
            if (left <= 0
                    || !(found instanceof Changes.Batch batch)
                    || !batch.transactions().isEmpty()) {
                return found;
            }
            await(seen, Math.min(left, interval.toNanos()));
        }
    }

    private long wakes() {
        lock.lock();
        try {
            return wakes;
        } finally {
            lock.unlock();
        }
    }

    private void await(long seen, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (wakes == seen && left > 0) {
                left = woken.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for changes", e);
        } finally {
            lock.unlock();
        }
    }
}
