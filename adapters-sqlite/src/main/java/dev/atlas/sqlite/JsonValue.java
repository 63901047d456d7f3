package dev.atlas.sqlite;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonCodec;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Free JSON as its canonical text. */
@Singleton
final class JsonValue implements JsonCodec {

    @Override
    public @Nullable Serializable convertToPersistedValue(@Nullable Json value, ConversionContext context) {
        return value == null ? null : value.text();
    }

    @Override
    public @Nullable Json convertToEntityValue(@Nullable Serializable stored, ConversionContext context) {
        return stored == null ? null : Json.parse("json", (String) stored);
    }
}
