package dev.atlas.api.http;

import dev.atlas.application.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells a route where its request comes from: for routes that are open, which have no caller. */
@Singleton
final class OriginBinder implements TypedRequestArgumentBinder<Caller.Origin> {

    private final ClientAddress clientAddress;

    OriginBinder(ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
    }

    @Override
    public Argument<Caller.Origin> argumentType() {
        return Argument.of(Caller.Origin.class);
    }

    @Override
    public BindingResult<Caller.Origin> bind(ArgumentConversionContext<Caller.Origin> context, HttpRequest<?> request) {
        return () -> Optional.of(origin(request));
    }

    Caller.Origin origin(HttpRequest<?> request) {
        return new Caller.Origin(
                RequestIds.of(request),
                clientAddress.of(request),
                request.getHeaders().get("User-Agent"));
    }
}
