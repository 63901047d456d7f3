package dev.atlas.application.storage;

import dev.atlas.domain.storage.Repositories;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands before every port of one store and measures what each method takes. */
final class ObservedPorts {

    private final StorageObserver observer;

    private ObservedPorts(StorageObserver observer) {
        this.observer = observer;
    }

    /** The same repositories, measured. */
    static Repositories of(Repositories repositories, StorageObserver observer) {
        ObservedPorts observed = new ObservedPorts(observer);
        Map<Method, Object> ports = new ConcurrentHashMap<>();
        return proxy(
                Repositories.class,
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? call(repositories, method, arguments)
                        : ports.computeIfAbsent(method, port -> observed.measured(port, call(repositories, port))));
    }

    private Object measured(Method port, @Nullable Object target) {
        return proxy(port.getReturnType(), (self, method, arguments) -> {
            long start = System.nanoTime();
            try {
                return call(target, method, arguments);
            } finally {
                observer.operation(port, method, System.nanoTime() - start);
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
