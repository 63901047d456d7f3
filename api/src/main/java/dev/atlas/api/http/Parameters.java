package dev.atlas.api.http;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;

/** Reads values as queries carry them, each strictly as its own type. */
final class Parameters {

    private Parameters() {}

    /** Throws {@link BadRequest} naming {@code field} for a text that is none of {@code type}. */
    static Object read(String field, Type type, String text) {
        try {
            return value(field, type, text);
        } catch (InvalidValue e) {
            throw new BadRequest(field, String.valueOf(e.getMessage()));
        } catch (NumberFormatException e) {
            throw new BadRequest(field, "must be a whole number");
        }
    }

    private static Object value(String field, Type type, String text) {
        if (type instanceof ParameterizedType generic && (generic.getRawType() == Id.class)) {
            return Id.parse(field, text);
        } else if (type == String.class) {
            return Text.storable(field, text, Integer.MAX_VALUE);
        } else if (type == Instant.class) {
            return Instants.parse(field, text);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return flag(field, text);
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            return constant(field, constants, text);
        }
        throw new IllegalStateException("no query parameter is a " + type);
    }

    private static boolean flag(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRequest(field, "must be true or false");
        };
    }

    /** The constant of this word. Throws {@link BadRequest} naming {@code field} if there is none. */
    static Object constant(String field, Class<?> type, String word) {
        List<String> words = WireNames.words(type);
        int index = words.indexOf(word);
        if (index < 0) {
            throw new BadRequest(field, "must be one of " + String.join(", ", words));
        }
        return type.getEnumConstants()[index];
    }
}
