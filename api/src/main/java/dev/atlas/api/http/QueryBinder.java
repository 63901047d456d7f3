package dev.atlas.api.http;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads parameters that are a {@link Query}. */
@Singleton
final class QueryBinder implements AnnotatedRequestArgumentBinder<Query, Object> {

    @Override
    public Class<Query> getAnnotationType() {
        return Query.class;
    }

    @Override
    public BindingResult<Object> bind(ArgumentConversionContext<Object> context, HttpRequest<?> request) {
        Argument<?> argument = context.getArgument();
        String name = WireNames.of(argument.getName());
        AnnotationValue<Query> query = argument.getAnnotation(Query.class);
        String given = request.getParameters().get(name);
        String text = given == null ? standard(query) : given;
        if (text == null) {
            if (argument.isNullable()) {
                return BindingResult.empty();
            }
            throw new BadRequest(name, "is required");
        }
        Object value = Parameters.read(name, argument.asType(), text);
        within(name, value, query);
        return () -> Optional.of(value);
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
