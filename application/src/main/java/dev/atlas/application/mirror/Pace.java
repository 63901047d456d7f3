package dev.atlas.application.mirror;

import dev.atlas.domain.storage.StorageLoad;
import java.time.Duration;

/** How much is copied at once, and how long to hold back for those who work on the primary. For one thread. */
final class Pace {

    /** Fewer would not make a step shorter: to where a store is far away, a step takes its time whatever it copies. */
    private static final int LEAST = 200;

    private static final int MOST = 4_000;

    /** How long a step should take: nobody waits for longer, and what it costs beside its records is little. */
    private static final Duration STEP = Duration.ofMillis(150);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private int rows = LEAST;

    /** How many records to copy with the next step. */
    int rows() {
        return rows;
    }

    /**
     * Learns from a step that copied.
     *
     * @param took how long it took
     * @return how long to wait: as long again where units of work wait for their turn at the primary
     */
    Duration after(Duration took, StorageLoad primary) {
        long fitting = rows * STEP.toNanos() / Math.max(1, took.toNanos());
        rows = (int) Math.clamp(fitting, Math.max(LEAST, rows / 2), Math.min(MOST, 2L * rows));
        boolean busy = primary.unitsWaiting() > 0 || primary.connectionsInUse() >= primary.connections();
        if (!busy) {
            return Duration.ZERO;
        }
        return took.compareTo(LONGEST_PAUSE) < 0 ? took : LONGEST_PAUSE;
    }
}
