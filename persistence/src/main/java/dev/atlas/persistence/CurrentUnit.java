package dev.atlas.persistence;

import dev.atlas.domain.storage.StorageException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work the current thread is in, with the engine's own handle on it (a connection, a session). Repositories
 * ask it, so that nothing is read outside a unit, nothing is written in one that reads, and nothing is done in one that
 * has failed.
 */
public final class CurrentUnit<H> {

    private static final class Open<H> {

        private final H handle;
        private final boolean writes;
        private @Nullable StorageException failure;

        private Open(H handle, boolean writes) {
            this.handle = handle;
            this.writes = writes;
        }
    }

    @SuppressWarnings("ThreadLocalUsage") // one per open store, and stores are few
    private final ThreadLocal<@Nullable Open<H>> current = new ThreadLocal<>();

    /**
     * Runs {@code work} as this thread's unit. Throws {@link IllegalStateException} inside another one, and what
     * {@link #fail} was told if {@code work} returns all the same.
     */
    public <R> R run(H handle, boolean writes, Supplier<R> work) {
        requireNone();
        Open<H> unit = new Open<>(handle, writes);
        current.set(unit);
        try {
            R answer = work.get();
            throwFailure(unit);
            return answer;
        } finally {
            current.remove();
        }
    }

    /** Throws {@link IllegalStateException} if this thread is in a unit: ask before waiting for what that unit may hold. */
    public void requireNone() {
        if (current.get() != null) {
            throw new IllegalStateException("a unit of work cannot run inside another one");
        }
    }

    /** Ends the unit: its work may catch {@code failure}, but every further use of a repository throws it again. */
    public void fail(StorageException failure) {
        open().failure = failure;
    }

    /** The handle, for reading. */
    public H reading() {
        return open().handle;
    }

    /** The handle, for writing. */
    public H writing() {
        Open<H> unit = open();
        if (!unit.writes) {
            throw new IllegalStateException("a unit of work that reads cannot write");
        }
        return unit.handle;
    }

    private Open<H> open() {
        Open<H> unit = current.get();
        if (unit == null) {
            throw new IllegalStateException("repositories work only inside a unit of work");
        }
        throwFailure(unit);
        return unit;
    }

    private static void throwFailure(Open<?> unit) {
        StorageException failure = unit.failure;
        if (failure != null) {
            throw failure;
        }
    }
}
