package dev.atlas.mongo;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between attempts: of random length, so that those who met do not meet again, and longer each time. Without
 * them most attempts of many writers on one document are wasted. Belongs to one thread.
 */
final class Backoff {

    private static final int FIRST_MILLIS = 5;
    private static final int LONGEST_MILLIS = 250;

    private final long end;
    private int bound = FIRST_MILLIS;

    /** @param patience after which no attempt begins */
    Backoff(Duration patience) {
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Waits, then says true; says false if it is too late for another attempt or this thread is to end. */
    boolean pause() {
        long millis = ThreadLocalRandom.current().nextLong(1, bound + 1L);
        bound = Math.min(2 * bound, LONGEST_MILLIS);
        if (System.nanoTime() + Duration.ofMillis(millis).toNanos() > end) {
            return false;
        }
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
