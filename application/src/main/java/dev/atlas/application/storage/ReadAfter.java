package dev.atlas.application.storage;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Position;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Holds a reader back until the store shows all that was written up to a position. */
public final class ReadAfter {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final Foundation foundation;

    public ReadAfter(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * Completes when every later read sees what was written up to {@code position}. Does not block.
     *
     * @param field what to name if the position is not of this store
     * @return fails with {@link InvalidValue} for a position of an epoch this store has not come to, with {@link
     *     Refusal.NotYet} {@code storage.behind} if it is not reached within five seconds, or with what goes wrong in the
     *     store
     */
    public CompletableFuture<Position> reached(String field, Position position) {
        CompletableFuture<Position> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(await(field, position));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private Position await(String field, Position wanted) {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Position present = foundation.storage().position();
            if (wanted.epoch() > present.epoch()) {
                throw new InvalidValue(field, "must be a position that this store answered");
            }
            if (present.compareTo(wanted) >= 0) {
                return present;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos() || !slept(pause)) {
                throw new Refusal.NotYet(
                        "storage.behind", "This is not to be seen here yet; ask again.", Duration.ofSeconds(1));
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
