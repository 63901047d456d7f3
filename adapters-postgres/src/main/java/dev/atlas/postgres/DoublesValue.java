package dev.atlas.postgres;

import dev.atlas.persistence.DoublesCodec;
import dev.atlas.persistence.sql.JsonTexts;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Named doubles as a JSON object. */
@Singleton
final class DoublesValue implements DoublesCodec {

    @Override
    public @Nullable Serializable convertToPersistedValue(
            @Nullable SortedMap<String, Double> value, ConversionContext context) {
        return value == null ? null : JsonObjects.of(JsonTexts.write(value));
    }

    @Override
    public @Nullable SortedMap<String, Double> convertToEntityValue(
            @Nullable Serializable stored, ConversionContext context) {
        return stored == null ? null : JsonTexts.readDoubles(JsonObjects.text(stored));
    }
}
