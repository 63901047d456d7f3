package dev.atlas.contract.servers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The rules that all connections of a {@link Proxy} obey at the moment. */
final class Traffic {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flowing = lock.newCondition();
    private final AtomicInteger swallowed = new AtomicInteger();
    private boolean paused;
    private Duration delay = Duration.ZERO;
    private volatile Answers answers = new Answers.Delivered();

    /** What happens to the answers of the server. */
    sealed interface Answers {
        /** They reach the client. */
        record Delivered() implements Answers {}

        /** They reach nobody. */
        record Swallowed() implements Answers {}

        /**
         * They reach nobody once a request was seen.
         *
         * @param request recognises the request
         */
        record SwallowedAfter(Predicate<byte[]> request) implements Answers {}
    }

    Answers answers() {
        return answers;
    }

    void answer(Answers rule) {
        answers = rule;
    }

    void pause() {
        lock.lock();
        try {
            paused = true;
        } finally {
            lock.unlock();
        }
    }

    /** From now on every piece of an answer is held back for so long, or until {@link #resume()}. */
    void delay(Duration time) {
        lock.lock();
        try {
            delay = time;
        } finally {
            lock.unlock();
        }
    }

    /** Ends pause and delay. */
    void resume() {
        lock.lock();
        try {
            paused = false;
            delay = Duration.ZERO;
            flowing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when bytes may flow. */
    void awaitFlow() {
        lock.lock();
        try {
            while (paused) {
                flowing.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when a piece of an answer has been held back for long enough. */
    void awaitDelay() {
        lock.lock();
        try {
            long end = System.nanoTime() + delay.toNanos();
            for (long left = delay.toNanos(); left > 0 && !delay.isZero(); left = end - System.nanoTime()) {
                flowing.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a proxy", e);
        } finally {
            lock.unlock();
        }
    }

    /** Counts a connection that lost its first answer. */
    void countSwallowed() {
        swallowed.incrementAndGet();
    }

    int swallowed() {
        return swallowed.get();
    }
}
