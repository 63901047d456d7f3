package dev.atlas.api.http;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Position;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code Last-Event-ID}. */
@Singleton
final class LastEventBinder implements TypedRequestArgumentBinder<LastEvent> {

    @Override
    public Argument<LastEvent> argumentType() {
        return Argument.of(LastEvent.class);
    }

    @Override
    public BindingResult<LastEvent> bind(ArgumentConversionContext<LastEvent> context, HttpRequest<?> request) {
        LastEvent last = new LastEvent(position(request.getHeaders().get(LastEvent.HEADER)));
        return () -> Optional.of(last);
    }

    private static @Nullable Position position(@Nullable String header) {
        try {
            return header == null || header.isBlank() ? null : Position.parse(LastEvent.HEADER, header.strip());
        } catch (InvalidValue e) {
            throw new BadRequest(e.field(), String.valueOf(e.getMessage()));
        }
    }
}
