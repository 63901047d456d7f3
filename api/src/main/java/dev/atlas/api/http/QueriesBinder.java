package dev.atlas.api.http;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads parameters that are {@link Queries}. */
@Singleton
final class QueriesBinder implements AnnotatedRequestArgumentBinder<Queries, Object> {

    @Override
    public Class<Queries> getAnnotationType() {
        return Queries.class;
    }

    @Override
    public BindingResult<Object> bind(ArgumentConversionContext<Object> context, HttpRequest<?> request) {
        Object[] values = QueryParameters.of(context.getArgument())
                .map(parameter -> QueryParameters.read(parameter, request))
                .toArray();
        Object record = BeanIntrospection.getIntrospection(context.getArgument().getType())
                .instantiate(false, values);
        return () -> Optional.of(record);
    }
}
