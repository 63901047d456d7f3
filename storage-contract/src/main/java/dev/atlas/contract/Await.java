package dev.atlas.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, within a bound, never for a time. */
public final class Await {

    private static final long FIRST_PAUSE = Duration.ofMillis(2).toNanos();

    /** What is asked for may be read from a server that others wait for, too. */
    private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();

    private Await() {}

    /** Throws {@link AssertionError} with this message if the condition does not come to hold. */
    public static void until(Duration bound, BooleanSupplier condition, Supplier<String> otherwise) {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > bound.toNanos()) {
                throw new AssertionError(otherwise.get() + " (within " + bound + ")");
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE);
        }
    }
}
