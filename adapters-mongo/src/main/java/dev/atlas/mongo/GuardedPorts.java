package dev.atlas.mongo;

import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.persistence.CurrentUnit;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every port, so that units of work meet only {@link StorageException}s, and so that the first one ends
 * the unit even if its work catches it: MongoDB has ended the transaction by then, or would commit half of it.
 */
final class GuardedPorts {

    private final CurrentUnit<Unit> unit;

    private GuardedPorts(CurrentUnit<Unit> unit) {
        this.unit = unit;
    }

    /** The same repositories, guarded. */
    static Repositories of(Repositories repositories, CurrentUnit<Unit> unit) {
        GuardedPorts guard = new GuardedPorts(unit);
        Map<Method, Object> ports = new HashMap<>();
        for (Method port : Repositories.class.getMethods()) {
            ports.put(port, guard.before(port.getReturnType(), guard.call(repositories, port)));
        }
        return proxy(Repositories.class, (self, method, arguments) -> ports.get(method));
    }

    private <P> P before(Class<P> type, @Nullable Object port) {
        return proxy(type, (self, method, arguments) -> {
            Unit current = unit.reading();
            StorageException ended = current.failure();
            if (ended != null) {
                throw ended;
            }
            try {
                return call(port, method, arguments);
            } catch (RuntimeException e) {
                RuntimeException translated = StoreErrors.translate(e);
                if (translated instanceof StorageException failure) {
                    current.fail(failure);
                }
                throw translated;
            }
        });
    }

    private @Nullable Object call(@Nullable Object port, Method method, @Nullable Object... arguments) {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <P> P proxy(Class<P> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
