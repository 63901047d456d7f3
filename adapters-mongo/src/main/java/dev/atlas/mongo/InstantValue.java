package dev.atlas.mongo;

import dev.atlas.domain.Instants;
import dev.atlas.persistence.InstantCodec;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant as an int64: microseconds since 1970. */
@Singleton
final class InstantValue implements InstantCodec {

    @Override
    public @Nullable Serializable convertToPersistedValue(@Nullable Instant value, ConversionContext context) {
        return value == null ? null : Instants.toMicros(value);
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable Serializable stored, ConversionContext context) {
        return stored == null ? null : Instants.ofMicros(((Number) stored).longValue());
    }
}
