package dev.atlas.api.http;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads the ids in a path. What {@link FrameworkProblems} makes of a malformed one: it names nothing, so it is not found. */
@Singleton
@SuppressWarnings("rawtypes") // the type parameter says what is named, and is known to the argument only
final class PathIdConverter implements TypeConverter<String, Id> {

    @Override
    public Optional<Id> convert(String text, Class<Id> type, ConversionContext context) {
        try {
            return Optional.of(Id.parse("id", text));
        } catch (InvalidValue e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
