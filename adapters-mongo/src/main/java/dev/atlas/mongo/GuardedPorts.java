package dev.atlas.mongo;

import dev.atlas.domain.storage.PortCalls;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.persistence.CurrentUnit;

/**
 * Stands before every port, so that units of work meet only {@link StorageException}s, and so that the first one ends
 * the unit even if its work catches it: MongoDB has ended the transaction by then, or would commit half of it.
 */
final class GuardedPorts {

    private GuardedPorts() {}

    /** The same repositories, guarded. */
    static Repositories of(Repositories repositories, CurrentUnit<Unit> unit) {
        return PortCalls.through(repositories, (port, operation, arguments, call) -> {
            Unit current = unit.reading();
            StorageException ended = current.failure();
            if (ended != null) {
                throw ended;
            }
            try {
                return call.get();
            } catch (RuntimeException e) {
                RuntimeException translated = StoreErrors.translate(e);
                if (translated instanceof StorageException failure) {
                    current.fail(failure);
                }
                throw translated;
            }
        });
    }
}
