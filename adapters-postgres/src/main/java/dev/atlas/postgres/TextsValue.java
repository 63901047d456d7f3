package dev.atlas.postgres;

import dev.atlas.persistence.TextsCodec;
import dev.atlas.persistence.sql.JsonTexts;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of texts as a JSON array. */
@Singleton
final class TextsValue implements TextsCodec {

    @Override
    public @Nullable Serializable convertToPersistedValue(@Nullable List<String> value, ConversionContext context) {
        return value == null ? null : JsonObjects.of(JsonTexts.write(value));
    }

    @Override
    public @Nullable List<String> convertToEntityValue(@Nullable Serializable stored, ConversionContext context) {
        return stored == null ? null : JsonTexts.readTexts(JsonObjects.text(stored));
    }
}
