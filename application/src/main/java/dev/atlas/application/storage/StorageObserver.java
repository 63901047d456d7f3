package dev.atlas.application.storage;

import java.lang.reflect.Method;

/** Is told how long storage takes. Called on the thread that does it, so it must be quick; safe for many threads. */
public interface StorageObserver {

    /** What a unit of work is for. */
    enum Purpose {
        READ,
        WRITE
    }

    /**
     * A unit of work has ended.
     *
     * @param outcome {@code ok}, {@code refused} by a rule of Atlas, or the kind of {@link
     *     dev.atlas.domain.storage.StorageException} in snake_case
     * @param nanos from asking for it to its end, waiting included
     */
    void unit(Purpose purpose, String outcome, long nanos);

    /**
     * One method of a port has ended, well or not.
     *
     * @param port the method of {@link dev.atlas.domain.storage.Repositories} that hands the port out
     */
    void operation(Method port, Method operation, long nanos);
}
