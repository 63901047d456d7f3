package dev.atlas.contract.samples;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Unordered;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method of a port that answers something, beyond what all {@link Aggregates} do. None of them can be forgotten. */
public record Question(Method port, Method method) {

    /** What says how much or how is wanted, and not which: a list by these alone goes through everything. */
    private static final List<Class<?>> UNSELECTIVE = List.of(Page.class, int.class, boolean.class);

    /** Every question of every port. */
    public static List<Question> all() {
        return Arrays.stream(Repositories.class.getMethods())
                .filter(port -> port.getReturnType() != Records.class)
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(Question::of)
                .toList();
    }

    private static Stream<Question> of(Method port) {
        return Arrays.stream(port.getReturnType().getMethods())
                .filter(method -> method.getDeclaringClass() != Aggregates.class)
                .filter(method -> method.getReturnType() != void.class)
                .sorted(Comparator.comparing(Method::toGenericString))
                .map(method -> new Question(port, method));
    }

    /** False for lists of everything. What may be absent does not make one selective, nor a filter, all of whose parts may be. */
    public boolean selective() {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> !UNSELECTIVE.contains(parameter.getType())
                        && !parameter.getType().getSimpleName().endsWith("Filter")
                        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** True if the order of the answer is any; the model answers with all there are then, whatever the limit. */
    public boolean unordered() {
        return method.isAnnotationPresent(Unordered.class);
    }

    public @Nullable Object ask(Repositories repositories, @Nullable Object... arguments) {
        try {
            return method.invoke(port.invoke(repositories), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Arguments for it, of values that occur. */
    public @Nullable Object[] arguments(Pool pool, Samples samples) {
        return Arrays.stream(method.getParameters())
                .map(parameter ->
                        new Argument(pool, samples).of(parameter.getParameterizedType(), parameter.getAnnotatedType()))
                .toArray();
    }

    /** A place in a list of things like one that occurs. */
    static Cursor cursor(Pool pool, Samples samples) {
        Instant at = pool.any(Instant.class, samples).orElseGet(samples::instant);
        Id<?> id = pool.any(Id.class, samples).orElseGet(samples::id);
        return new Cursor(at, id.value());
    }

    @Override
    public String toString() {
        return port.getName() + "." + method.getName();
    }
}
