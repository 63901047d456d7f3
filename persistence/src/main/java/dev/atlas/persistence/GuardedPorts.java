package dev.atlas.persistence;

import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every port, so that units of work meet only {@link StorageException}s, and so that the first one ends the
 * unit even if its work catches it: the engine has given the transaction up by then, or would commit half of it.
 */
public final class GuardedPorts {

    private final CurrentUnit<?> unit;
    private final UnaryOperator<RuntimeException> translation;

    private GuardedPorts(CurrentUnit<?> unit, UnaryOperator<RuntimeException> translation) {
        this.unit = unit;
        this.translation = translation;
    }

    /**
     * The same repositories, guarded.
     *
     * @param translation makes a {@link StorageException} of what comes from the engine, and returns all else as it is
     */
    public static Repositories of(
            Repositories repositories, CurrentUnit<?> unit, UnaryOperator<RuntimeException> translation) {
        GuardedPorts guard = new GuardedPorts(unit, translation);
        Map<Method, Object> ports = new HashMap<>();
        for (Method port : Repositories.class.getMethods()) {
            ports.put(port, guard.before(port.getReturnType(), call(repositories, port)));
        }
        return proxy(
                Repositories.class,
                (self, method, arguments) ->
                        ports.containsKey(method) ? ports.get(method) : call(repositories, method, arguments));
    }

    private <P> P before(Class<P> type, @Nullable Object port) {
        return proxy(type, (self, method, arguments) -> {
            unit.reading();
            try {
                return call(port, method, arguments);
            } catch (RuntimeException e) {
                RuntimeException translated = translation.apply(e);
                if (translated instanceof StorageException failure) {
                    unit.fail(failure);
                }
                throw translated;
            }
        });
    }

    private static @Nullable Object call(@Nullable Object target, Method method, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
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
