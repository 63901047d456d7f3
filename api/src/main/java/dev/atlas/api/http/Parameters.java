package dev.atlas.api.http;

import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as paths and queries carry them. What is absent stays null. */
public final class Parameters {

    private Parameters() {}

    /** An id in a path: a malformed one names nothing, so it is not found. {@code kind} as in {@code project}. */
    public static <T> Id<T> pathId(String kind, String text) {
        try {
            return Id.parse("id", text);
        } catch (InvalidValue e) {
            throw new Refusal.NotFound(kind + ".not_found", "There is no such " + kind.replace('_', ' ') + ".");
        }
    }

    /** An id in a query: a malformed one is a mistake of the client. */
    public static <T> @Nullable Id<T> id(String field, @Nullable String text) {
        try {
            return text == null ? null : Id.parse(field, text);
        } catch (InvalidValue e) {
            throw new BadRequest(field, String.valueOf(e.getMessage()));
        }
    }

    /** A time in a query. */
    public static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null ? null : Instants.parse(field, text);
        } catch (InvalidValue e) {
            throw new BadRequest(field, String.valueOf(e.getMessage()));
        }
    }

    /** A whole number in a query. */
    public static @Nullable Long whole(String field, @Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadRequest(field, "must be a whole number");
        }
    }

    /** A constant in a query, in lower case. */
    public static <E extends Enum<E>> @Nullable E word(String field, Class<E> type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        String words =
                Arrays.stream(type.getEnumConstants()).map(Parameters::word).collect(Collectors.joining(", "));
        throw new BadRequest(field, "must be one of " + words);
    }

    /** {@code true} or {@code false} in a query; absent is false. */
    public static boolean flag(String field, @Nullable String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw new BadRequest(field, "must be true or false");
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
