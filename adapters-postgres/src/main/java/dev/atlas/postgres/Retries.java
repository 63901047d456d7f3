package dev.atlas.postgres;

import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs again what collided with another transaction, after a pause of random length so that the two do not collide again.
 *
 * @param patience for how long
 */
record Retries(Duration patience, RandomGenerator random) {

    private static final long FIRST_PAUSE = Duration.ofMillis(2).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(64).toNanos();

    <R> R run(Supplier<R> unit) {
        long start = System.nanoTime();
        for (long pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                return unit.get();
            } catch (Unavailable e) {
                if (!StoreErrors.collided(e) || System.nanoTime() - start > patience.toNanos()) {
                    throw e;
                }
                pause(random.nextLong(pause), e);
            }
        }
    }

    private static void pause(long nanos, Unavailable reason) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason.addSuppressed(e);
            throw reason;
        }
    }
}
