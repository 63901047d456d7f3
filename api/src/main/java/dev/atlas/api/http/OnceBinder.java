package dev.atlas.api.http;

import dev.atlas.application.Atlas;
import dev.atlas.application.idempotency.RepeatableRequest;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a route the {@link Once} of its request. */
@Singleton
final class OnceBinder implements TypedRequestArgumentBinder<Once> {

    private final BeanProvider<Atlas> atlas;
    private final JsonMapper json;

    OnceBinder(BeanProvider<Atlas> atlas, JsonMapper json) {
        this.atlas = atlas;
        this.json = json;
    }

    @Override
    public Argument<Once> argumentType() {
        return Argument.of(Once.class);
    }

    @Override
    public BindingResult<Once> bind(ArgumentConversionContext<Once> context, HttpRequest<?> request) {
        RepeatableRequest repeatable = request.getAttribute(RepeatableRequests.REPEATABLE, RepeatableRequest.class)
                .orElse(null);
        Once once = new Once(atlas.get().idempotency(), json, repeatable);
        return () -> Optional.of(once);
    }
}
