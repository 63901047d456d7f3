package dev.atlas.api.http;

import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes doubles as numbers, and as words where a JSON number cannot say them. */
@Primary
@Singleton
final class DoubleSerializer implements Serializer<Double> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Double> type, Double value)
            throws IOException {
        if (Canonical.encode(value) instanceof Json.Str(String word)) {
            encoder.encodeString(word);
        } else {
            encoder.encodeDouble(value);
        }
    }
}
