package dev.atlas.sqlite;

import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Queue;

/**
 * Gives up, for all callers at once, on units that do not get their turn in time or whose commit takes too long. A timer
 * for each of thousands that are almost never needed would cost more than the waiting itself.
 */
final class Patience implements AutoCloseable {

    private static final Duration COMMIT = Duration.ofSeconds(30);
    private static final int LOOKS = 8;

    private final Duration turn;
    private final Queue<Unit<?>> waiting;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("atlas-sqlite-patience").unstarted(this::rounds);
    private volatile List<Unit<?>> running = List.of();

    /** @param turn how long a unit in {@code waiting} may stay there; give or take an eighth */
    Patience(Duration turn, Queue<Unit<?>> waiting) {
        this.turn = turn;
        this.waiting = waiting;
        thread.start();
    }

    /** These are now in a transaction, no matter how it will end. */
    void running(List<Unit<?>> group) {
        running = List.copyOf(group);
    }

    private void rounds() {
        try {
            while (true) {
                Thread.sleep(turn.dividedBy(LOOKS));
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        for (Unit<?> unit : waiting) {
            if (unit.age() > turn.toNanos() && unit.take()) {
                unit.refused(new Unavailable("waited too long for a turn to write", null));
            }
        }
        for (Unit<?> unit : running) {
            if (unit.age() > turn.plus(COMMIT).toNanos()) {
                unit.refused(new UnknownOutcome("the commit takes too long", null));
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
