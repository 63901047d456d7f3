package dev.atlas.application.tools;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ToolCall;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call as the model wrote them. Every method throws {@link InvalidValue} naming the argument. */
public record ToolArguments(Json.Obj given) {

    /** Reads them, and refuses what the tool does not take. Nothing at all is an empty object. */
    static ToolArguments of(Tool tool, String text) {
        if (text.length() > ToolCall.LONGEST) {
            throw new InvalidValue("arguments", "must have at most " + ToolCall.LONGEST + " characters");
        }
        Json read = text.isBlank() ? Json.Obj.EMPTY : Json.parse("arguments", text);
        if (!(read instanceof Json.Obj given)) {
            throw new InvalidValue("arguments", "must be an object");
        }
        given.members().keySet().stream()
                .filter(name -> !tool.arguments().names().contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidValue("arguments", "must not hold anything but what the tool takes");
                });
        ToolArguments arguments = new ToolArguments(given);
        tool.arguments().required().stream()
                .filter(name -> arguments.value(name) == null)
                .findFirst()
                .ifPresent(missing -> {
                    throw new InvalidValue(missing, "must be there");
                });
        return arguments;
    }

    private @Nullable Json value(String name) {
        Json value = given.members().get(name);
        return value instanceof Json.Null ? null : value;
    }

    @Nullable
    String text(String name) {
        return switch (value(name)) {
            case null -> null;
            case Json.Str(String text) -> text.isBlank() ? null : text;
            default -> throw new InvalidValue(name, "must be a text");
        };
    }

    String neededText(String name) {
        String text = text(name);
        if (text == null) {
            throw new InvalidValue(name, "must be there");
        }
        return text;
    }

    <T> @Nullable Id<T> id(String name) {
        String text = text(name);
        return text == null ? null : Id.parse(name, text);
    }

    <T> Id<T> neededId(String name) {
        return Id.parse(name, neededText(name));
    }

    @Nullable
    Long number(String name) {
        return switch (value(name)) {
            case null -> null;
            case Json.Num(BigDecimal number) -> whole(name, number);
            default -> throw new InvalidValue(name, "must be a whole number");
        };
    }

    private static Long whole(String name, BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidValue(name, "must be a whole number");
        }
    }

    /** From 1 to {@code most}. */
    int limit(int usual, int most) {
        Long limit = number("limit");
        if (limit != null && (limit < 1 || limit > most)) {
            throw new InvalidValue("limit", "must be between 1 and " + most);
        }
        return limit == null ? usual : limit.intValue();
    }

    boolean flag(String name) {
        return switch (value(name)) {
            case null -> false;
            case Json.Bool(boolean flag) -> flag;
            default -> throw new InvalidValue(name, "must be true or false");
        };
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Words.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(name, "must be one of " + String.join(", ", words(type))));
    }

    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Words.of(constant))
                .toList();
    }
}
