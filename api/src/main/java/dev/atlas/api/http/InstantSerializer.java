package dev.atlas.api.http;

import dev.atlas.domain.Instants;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/** Writes times with exactly six fraction digits. */
@Primary
@Singleton
final class InstantSerializer implements Serializer<Instant> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Instant> type, Instant value)
            throws IOException {
        encoder.encodeString(Instants.text(value));
    }
}
