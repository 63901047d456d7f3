package dev.atlas.domain.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every call of a port of one store, for those who stand between it and whoever makes it. */
public final class PortCalls {

    /** Stands in between. Called in the thread that makes the call. */
    @FunctionalInterface
    public interface Between {

        /**
         * Answers a call, mostly with what {@code call} answers.
         *
         * @param port the method of {@link Repositories} that hands the port out
         * @param call makes it; what it throws passes through
         */
        @Nullable
        Object answer(
                Method port,
                Method operation,
                @Nullable Object @Nullable [] arguments,
                Supplier<@Nullable Object> call);
    }

    private PortCalls() {}

    /** The same repositories with somebody in between. */
    public static Repositories through(Repositories repositories, Between between) {
        Map<Method, Object> ports = new ConcurrentHashMap<>();
        return proxy(
                Repositories.class,
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? call(repositories, method, arguments)
                        : ports.computeIfAbsent(method, port -> watched(port, call(repositories, port), between)));
    }

    private static Object watched(Method port, @Nullable Object target, Between between) {
        return proxy(
                port.getReturnType(),
                (self, method, arguments) ->
                        between.answer(port, method, arguments, () -> call(target, method, arguments)));
    }

    /** Makes one; what it throws passes through. */
    public static @Nullable Object call(@Nullable Object target, Method method, @Nullable Object... arguments) {
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
