package dev.atlas.persistence;

import dev.atlas.domain.storage.PortCalls;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.util.function.UnaryOperator;

/**
 * Stands before every port, so that units of work meet only {@link StorageException}s, and so that the first one ends the
 * unit even if its work catches it: the engine has given the transaction up by then, or would commit half of it.
 */
public final class GuardedPorts {

    private GuardedPorts() {}

    /**
     * The same repositories, guarded.
     *
     * @param translation makes a {@link StorageException} of what comes from the engine, and returns all else as it is
     */
    public static Repositories of(
            Repositories repositories, CurrentUnit<?> unit, UnaryOperator<RuntimeException> translation) {
        return PortCalls.through(repositories, (port, operation, arguments, call) -> {
            unit.reading();
            try {
                return call.get();
            } catch (RuntimeException e) {
                RuntimeException translated = translation.apply(e);
                if (translated instanceof StorageException failure) {
                    unit.fail(failure);
                }
                throw translated;
            }
        });
    }
}
