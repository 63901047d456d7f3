package dev.atlas.application.events;

import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Position;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets any number of threads wait for the feed to go on, while only one of them asks the engine: whoever comes first, for
 * all the others. Safe for many threads.
 */
final class FeedTail {

    private final Supplier<ChangeFeed> feed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private boolean asking;
    private Position reached = new Position(0, 0);

    FeedTail(Supplier<ChangeFeed> feed) {
        this.feed = feed;
    }

    /** Returns once there may be something after {@code position}, or {@code patience} is over. */
    void await(Position position, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
            lock.lockInterruptibly();
            try {
                if (reached.compareTo(position) > 0) {
                    return;
                }
                if (asking) {
                    asked.awaitNanos(left);
                    continue;
                }
                asking = true;
            } finally {
                lock.unlock();
            }
            if (ask(position, Duration.ofNanos(left))) {
                return;
            }
        }
    }

    /** True if there is something after the position, or the feed does not reach back to it. */
    private boolean ask(Position position, Duration patience) {
        Position end = position;
        try {
            Changes changes = feed.get().read(position, 1, patience);
            if (changes instanceof Changes.Batch batch && !batch.transactions().isEmpty()) {
                end = batch.position();
            }
            return !end.equals(position) || changes instanceof Changes.Trimmed;
        } finally {
            lock.lock();
            try {
                asking = false;
                reached = end.compareTo(reached) > 0 ? end : reached;
                asked.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
