package dev.atlas.api.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes the constants of our enums in lower case. */
@Primary
@Singleton
final class WordSerializer<E extends Enum<E>> implements Serializer<E> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends E> type, E value)
            throws IOException {
        encoder.encodeString(WireNames.of(value));
    }
}
