package dev.atlas.domain.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

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
     *
     * @param term is committed in this one or not at all
     * @throws StorageException.Fenced if this writes in another term, the store comes to be in another one, or it takes no
     *     writes in this
     */
    <R> Committed<R> write(Term term, Function<? super Repositories, R> work);

    /** The same in the {@link #term()} of this moment, whatever its role. */
    default <R> Committed<R> write(Function<? super Repositories, R> work) {
        return write(term(), work);
    }

    /** The term in which this writes: that of the store when it was opened, renewed or entered through this. Never waits. */
    Term term();

    /** Looks in which term the store is by now, and writes in that one from now on. Units that are running do not. */
    Term renew();

    /**
     * Begins another term, in one transaction with {@code work}: of the writes of this and every other process all that were
     * acknowledged come before it, and all others are {@link StorageException.Fenced}, whenever they began. This writes in
     * the new term when it returns; the others do once they {@link #renew()}. What was written by hand is not held up.
     *
     * @param next of the same epoch or a later one; positions are of its epoch from now on
     * @param patience how long to wait for writes that cannot be ended; then the term goes on, and so do they
     * @param work as in {@link #write}; it may write in whatever role the store is
     * @return at its position, everything that was committed in the terms before is in the change feed
     * @throws StorageException.Unavailable if it could not be begun within {@code patience}; nothing is changed
     * @throws StorageException.Fenced if the store is not in {@link #term()} any more; nothing is changed
     * @throws StorageException.UnknownOutcome if it may have begun: {@link #renew()} tells
     */
    <R> Committed<R> enter(Term next, Duration patience, Function<? super Repositories, R> work);

    /**
     * Runs {@code work}, which puts many records of {@code kinds} into a store that nobody reads or follows yet. Meanwhile the
     * engine may do without what makes them slow to put: indexes, references, their places in the change feed. All of it is
     * there again when this returns, and otherwise, whatever happened, as soon as the store is opened anew.
     *
     * <p>{@code look} is given what {@code work} answered, and reads what was put. It may run while the engine brings back what
     * it did without; then it reads without that.
     *
     * <p>A position of the change feed from before the end of this may be {@linkplain Changes.Trimmed trimmed} afterwards.
     *
     * @throws StorageException.Conflict also if it is found afterwards that what was put breaks a rule; the records stay, for
     *     whoever removes them or fills the store again. What {@code look} found is not to be relied on then
     */
    default <T, R> R fill(List<Kind> kinds, Supplier<T> work, Function<? super T, R> look) {
        return look.apply(work.get());
    }

    /** The same without looking at it. */
    default <R> R fill(List<Kind> kinds, Supplier<R> work) {
        return fill(kinds, work, Function.identity());
    }

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
