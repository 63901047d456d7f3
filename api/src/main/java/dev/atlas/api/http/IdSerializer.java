package dev.atlas.api.http;

import dev.atlas.domain.Id;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes an id as its text. */
@Singleton
final class IdSerializer implements Serializer<Id<?>> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Id<?>> type, Id<?> value)
            throws IOException {
        encoder.encodeString(value.toString());
    }
}
