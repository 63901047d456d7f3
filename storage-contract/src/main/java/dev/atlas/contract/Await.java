package dev.atlas.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, within a bound, never for a time. */
public final class Await {

    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private Await() {}

    /** Throws {@link AssertionError} with this message if the condition does not come to hold. */
    public static void until(Duration bound, BooleanSupplier condition, Supplier<String> otherwise) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > bound.toNanos()) {
                throw new AssertionError(otherwise.get() + " (within " + bound + ")");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
