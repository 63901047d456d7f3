package dev.atlas.domain.storage;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A place that holds all of Atlas's data. Safe for any number of threads.
 *
 * <p>{@link Repositories} is the only door to the data and is open only inside a unit of work; it must not be kept. Every
 * method throws {@link StorageException}, and only that, for what goes wrong in the engine; what {@code work} itself
 * throws passes through, and nothing of its unit is kept. Any storage error ends the unit: catching it inside
 * {@code work} does not save it. After {@link #close()} everything is {@link StorageException.Unavailable}.
 */
public interface Storage extends AutoCloseable {

    /** Runs {@code work} against one consistent state. A write inside it is refused with an {@link IllegalStateException}. */
    <R> R read(Function<? super Repositories, R> work);

    /** The same without blocking the caller; the future completes on one of the engine's threads. */
    <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work);

    /**
     * Runs {@code work} in one transaction that is durable when this returns. May run it again after a transient
     * conflict, so it must be pure apart from the repositories.
     */
    <R> Committed<R> write(Function<? super Repositories, R> work);

    /** The position of the last commit this store knows to be visible to every later read. */
    Position position();

    /** What every committed write touches, of this process and of all others. */
    ChangeFeed changes();

    /** How busy it is, for whoever watches it. Asks the engine nothing, and works on a closed store. */
    StorageLoad load();

    /** What this store is, for people. */
    StoreDescription describe();

    /** Ends running units within a bound and lets go of the engine. Repeating it does nothing. */
    @Override
    void close();
}
