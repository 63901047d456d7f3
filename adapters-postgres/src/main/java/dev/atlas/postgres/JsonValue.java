package dev.atlas.postgres;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonCodec;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Free JSON as {@code json}, which keeps its text as it is. */
@Singleton
final class JsonValue implements JsonCodec {

    @Override
    public @Nullable Serializable convertToPersistedValue(@Nullable Json value, ConversionContext context) {
        return value == null ? null : JsonObjects.of(value.text());
    }

    @Override
    public @Nullable Json convertToEntityValue(@Nullable Serializable stored, ConversionContext context) {
        return stored == null ? null : Json.parse("json", JsonObjects.text(stored));
    }
}
