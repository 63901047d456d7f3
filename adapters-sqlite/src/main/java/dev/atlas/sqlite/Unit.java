package dev.atlas.sqlite;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One unit of work on its way through the writer: waiting, run inside a savepoint, then committed or refused with its group. */
final class Unit<R> {

    private final Supplier<R> work;
    private final long since = System.nanoTime();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Committed<R>> outcome = new CompletableFuture<>();
    private @Nullable R value;
    private @Nullable Throwable failure;

    Unit(Supplier<R> work) {
        this.work = work;
    }

    /** True once, for whoever comes first: the writer that runs it, or the caller that gives up waiting. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void run(SqliteConnection connection, UnitRunner runner) {
        value = runner.run(connection, true, work);
    }

    /**
     * Remembers why it is not to be kept. The caller hears of it at the end of the transaction only: what it failed for may
     * have been written by another unit of the same transaction, which nobody else sees before.
     */
    void failed(Throwable error) {
        failure = error;
    }

    boolean failed() {
        return failure != null;
    }

    /** Why it failed; null unless it did. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** The transaction it was run in is durable. */
    @SuppressWarnings("NullAway") // R may be nullable: it is what the caller's work returned
    void committed(Position position) {
        if (failure == null) {
            outcome.complete(new Committed<>(value, position));
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    void refused(Throwable error) {
        outcome.completeExceptionally(error);
    }

    /** How long it has been waiting or running, in nanoseconds. */
    long age() {
        return System.nanoTime() - since;
    }

    /** Waits until it is committed or refused, or {@link Patience} has run out. */
    Committed<R> await() {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (take()) {
                throw new StorageException.Unavailable("interrupted while waiting for a turn to write", e);
            }
            throw new StorageException.UnknownOutcome("interrupted during the commit", e);
        }
    }
}
