package dev.atlas.persistence;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work the current thread is in, with the engine's own handle on it (a connection, a session). Repositories
 * ask it, so that nothing is read outside a unit and nothing is written in one that reads.
 */
public final class CurrentUnit<H> {

    private record Open<H>(H handle, boolean writes) {}

    @SuppressWarnings("ThreadLocalUsage") // one per open store, and stores are few
    private final ThreadLocal<@Nullable Open<H>> current = new ThreadLocal<>();

    /** Runs {@code work} as this thread's unit. Throws {@link IllegalStateException} inside another one. */
    public <R> R run(H handle, boolean writes, Supplier<R> work) {
        if (current.get() != null) {
            throw new IllegalStateException("a unit of work cannot run inside another one");
        }
        current.set(new Open<>(handle, writes));
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    /** The handle, for reading. */
    public H reading() {
        return open().handle();
    }

    /** The handle, for writing. */
    public H writing() {
        Open<H> unit = open();
        if (!unit.writes()) {
            throw new IllegalStateException("a unit of work that reads cannot write");
        }
        return unit.handle();
    }

    private Open<H> open() {
        Open<H> unit = current.get();
        if (unit == null) {
            throw new IllegalStateException("repositories work only inside a unit of work");
        }
        return unit;
    }
}
