package dev.atlas.api.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads parameters that are a {@link Query}. */
@Singleton
final class QueryBinder implements AnnotatedRequestArgumentBinder<Query, Object> {

    @Override
    public Class<Query> getAnnotationType() {
        return Query.class;
    }

    @Override
    public BindingResult<Object> bind(ArgumentConversionContext<Object> context, HttpRequest<?> request) {
        Object value = QueryParameters.read(context.getArgument(), request);
        return value == null ? BindingResult.empty() : () -> Optional.of(value);
    }
}
