package dev.atlas.sqlite;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.Term;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One unit of work on its way through the writer: waiting, run inside a savepoint, then committed or refused with its group. */
final class Unit<R> {

    private final @Nullable Term term;
    private final @Nullable Duration alone;
    private final Supplier<R> work;
    private final long since = System.nanoTime();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Committed<R>> outcome = new CompletableFuture<>();
    private @Nullable R value;
    private @Nullable Throwable failure;

    private Unit(@Nullable Term term, @Nullable Duration alone, Supplier<R> work) {
        this.term = term;
        this.alone = alone;
        this.work = work;
    }

    /** One that is committed in this term or not at all. */
    static <R> Unit<R> in(Term term, Supplier<R> work) {
        return new Unit<>(term, null, work);
    }

    /** The same in a transaction that it shares with no other unit, and for whose beginning it waits so long at most. */
    static <R> Unit<R> alone(Term term, Duration patience, Supplier<R> work) {
        return new Unit<>(term, patience, work);
    }

    /** One that changes no record, so that the term does not matter. */
    static <R> Unit<R> upkeep(Supplier<R> work) {
        return new Unit<>(null, null, work);
    }

    /** True if it may be in one transaction with others. */
    boolean shares() {
        return alone == null;
    }

    /** How long it waits for the beginning of its transaction, where that is not for the writer to say. */
    Duration patience(Duration otherwise) {
        return alone == null ? otherwise : alone;
    }

    /** Throws {@link StorageException.Fenced} if it must not be committed in this term. */
    void requireTerm(Term present) {
        if (term != null) {
            term.requireStill(present);
        }
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

    /** Waits until it is committed or refused, or {@link Patience} has run out, or its own for a turn. */
    Committed<R> await() {
        try {
            if (alone != null && !hasTurn(alone)) {
                throw new StorageException.Unavailable("other writes did not end in time", null);
            }
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

    /** False if it has not got its turn by then, and will not get it any more. */
    private boolean hasTurn(Duration patience) throws InterruptedException, ExecutionException {
        try {
            outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return !take();
        }
    }
}
