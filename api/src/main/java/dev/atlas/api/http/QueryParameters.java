package dev.atlas.api.http;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What routes ask of query parameters. */
public final class QueryParameters {

    private QueryParameters() {}

    /** Every parameter that an argument of a route stands for; none if it is read from elsewhere. */
    public static Stream<Argument<?>> of(Argument<?> argument) {
        if (argument.getAnnotationMetadata().hasAnnotation(Queries.class)) {
            return Arrays.stream(
                    BeanIntrospection.getIntrospection(argument.getType()).getConstructorArguments());
        }
        return argument.getAnnotationMetadata().hasAnnotation(Query.class) ? Stream.of(argument) : Stream.empty();
    }

    /** Its value in this request; null if it is not there and may be absent. Throws {@link BadRequest} naming it. */
    static @Nullable Object read(Argument<?> argument, HttpRequest<?> request) {
        String name = WireNames.of(argument.getName());
        AnnotationValue<Query> query = argument.getAnnotation(Query.class);
        String given = request.getParameters().get(name);
        String text = given == null ? standard(query) : given;
        if (text == null) {
            if (argument.isNullable()) {
                return null;
            }
            throw new BadRequest(name, "is required");
        }
        Object value = Parameters.read(name, argument.asType(), text);
        within(name, value, query);
        return value;
    }

    private static @Nullable String standard(@Nullable AnnotationValue<Query> query) {
        return query == null
                ? null
                : query.stringValue("standard").filter(text -> !text.isEmpty()).orElse(null);
    }

    private static void within(String name, Object value, @Nullable AnnotationValue<Query> query) {
        if (value instanceof Long number && query != null) {
            long min = query.longValue("min").orElse(Long.MIN_VALUE);
            long max = query.longValue("max").orElse(Long.MAX_VALUE);
            if (number < min || number > max) {
                throw new BadRequest(name, "must be between " + min + " and " + max);
            }
        }
    }
}
