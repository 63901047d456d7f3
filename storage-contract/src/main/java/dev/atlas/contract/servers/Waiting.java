package dev.atlas.contract.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time: at once when it holds, with a clear failure when it does not in time. */
final class Waiting {
    private static final long PAUSE_NANOS = Duration.ofMillis(15).toNanos();

    private Waiting() {}

    /**
     * Returns as soon as a condition holds.
     *
     * @param condition what has to become true; checked at once and then every few milliseconds
     * @param bound how long to go on checking
     * @param failure the message of the failure, asked for only when the bound has passed
     * @throws ServerException when the condition does not hold within the bound, or when the thread is interrupted
     */
    static void until(BooleanSupplier condition, Duration bound, Supplier<String> failure) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ServerException("Interrupted while waiting. " + failure.get());
            }
            if (System.nanoTime() - start > bound.toNanos()) {
                throw new ServerException(failure.get() + " (waited " + bound.toSeconds() + " s)");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
