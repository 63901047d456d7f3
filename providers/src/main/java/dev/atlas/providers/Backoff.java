package dev.atlas.providers;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before asking again: up to twice as long each time, and somewhere between, so that not all who failed
 * together come back together.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    static final Backoff USUAL =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8), RandomGenerator.getDefault());

    /** @param failures how many attempts have failed, at least 1 */
    Duration after(int failures) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    }
}
