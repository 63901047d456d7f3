package dev.atlas.sqlite;

import dev.atlas.domain.storage.StorageException.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One unit of work that reads, on its way through the readers. */
final class Reading<R> {

    private final Supplier<R> work;
    private final CompletableFuture<R> answer = new CompletableFuture<>();

    Reading(Supplier<R> work) {
        this.work = work;
    }

    /** Completes on the thread that reads. */
    CompletableFuture<R> answer() {
        return answer;
    }

    /** Reads on this connection. False if that one is not to be used again. */
    boolean run(SqliteConnection connection, UnitRunner runner) {
        try {
            answer.complete(runner.run(connection, false, work));
            return true;
        } catch (RuntimeException e) {
            RuntimeException reason = StoreErrors.translate(e);
            answer.completeExceptionally(reason);
            return !(reason instanceof Unavailable);
        } catch (Error e) {
            answer.completeExceptionally(e);
            return false;
        }
    }

    void refused(Unavailable reason) {
        answer.completeExceptionally(reason);
    }
}
