package dev.atlas.sqlite;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One unit of work on its way through the writer: waiting, run inside a savepoint, then committed or refused with its group. */
final class Unit<R> {

    private final Supplier<R> work;
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

    void run() {
        value = work.get();
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

    /** Waits until it is committed or refused; gives up, with certainty, if its turn does not come in time. */
    Committed<R> await(Duration turn, Duration commit) {
        try {
            try {
                return outcome.get(turn.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (take()) {
                    throw new StorageException.Unavailable("waited too long for a turn to write", e);
                }
                return outcome.get(commit.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            throw new StorageException.UnknownOutcome("the commit takes too long", e);
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause());
        } catch (CompletionException e) {
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
