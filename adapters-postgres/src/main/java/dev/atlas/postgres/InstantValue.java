package dev.atlas.postgres;

import dev.atlas.persistence.InstantCodec;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** An instant as a {@code timestamptz}, which counts microseconds too. See {@link RepositoryConnection} for reading. */
@Singleton
final class InstantValue implements InstantCodec {

    @Override
    public @Nullable Serializable convertToPersistedValue(@Nullable Instant value, ConversionContext context) {
        return value == null ? null : value.atOffset(ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable Serializable stored, ConversionContext context) {
        return stored == null ? null : ((OffsetDateTime) stored).toInstant();
    }
}
