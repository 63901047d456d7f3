package dev.atlas.api.http;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads single values of a body, each strictly as its own type: the text "5" is no number, 5 is no text. */
final class InputValues {

    private InputValues() {}

    /** The value, or null after adding to {@code errors}. */
    static @Nullable Object read(String path, Type type, Json json, List<Problem.FieldError> errors) {
        try {
            return value(path, type, json, errors);
        } catch (ClassCastException | ArithmeticException e) {
            errors.add(new Problem.FieldError(path, "must be " + named(type)));
        } catch (InvalidValue e) {
            errors.add(new Problem.FieldError(e.field(), String.valueOf(e.getMessage())));
        } catch (BadRequest e) {
            errors.addAll(e.errors());
        }
        return null;
    }

    private static @Nullable Object value(String path, Type type, Json json, List<Problem.FieldError> errors) {
        if (type instanceof ParameterizedType generic) {
            return generic(path, generic, json, errors);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return ((Json.Str) json).value();
        } else if (plain == boolean.class || plain == Boolean.class) {
            return ((Json.Bool) json).value();
        } else if (plain == int.class || plain == Integer.class) {
            return whole(json).intValueExact();
        } else if (plain == long.class || plain == Long.class) {
            return whole(json).longValueExact();
        } else if (plain == double.class || plain == Double.class) {
            return real(json);
        } else if (plain == Instant.class) {
            return Instants.parse(path, ((Json.Str) json).value());
        } else if (plain == Json.class || plain.isInstance(json)) {
            return json;
        } else if (plain.isEnum()) {
            return Parameters.constant(path, plain, ((Json.Str) json).value());
        } else if (plain.isRecord()) {
            return InputShape.of(plain.asSubclass(Record.class)).read(path, json, errors);
        }
        throw new ClassCastException(plain.getName());
    }

    private static Object generic(String path, ParameterizedType type, Json json, List<Problem.FieldError> errors) {
        Type raw = type.getRawType();
        if (raw == Id.class) {
            return Id.parse(path, ((Json.Str) json).value());
        } else if (raw == List.class) {
            return list(path, type.getActualTypeArguments()[0], (Json.Arr) json, errors);
        } else if (raw == SortedMap.class) {
            SortedMap<String, Double> doubles = new TreeMap<>();
            ((Json.Obj) json).members().forEach((name, value) -> doubles.put(name, real(value)));
            return doubles;
        }
        throw new IllegalStateException("no input is a " + type);
    }

    private static List<Object> list(String path, Type item, Json.Arr array, List<Problem.FieldError> errors) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
            Object value = read(path + "[" + i + "]", item, array.items().get(i), errors);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** A number without a fraction; {@code 2.0} is one. */
    private static BigDecimal whole(Json json) {
        BigDecimal value = ((Json.Num) json).value();
        if (value.precision() - value.scale() > 19) {
            throw new ArithmeticException("beyond 64 bits");
        }
        return value;
    }

    /** A number, or one of the three words a JSON number cannot say. */
    private static double real(Json json) {
        if (json instanceof Json.Str(String word)) {
            return switch (word) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                case "-0.0" -> -0.0;
                default -> throw new ClassCastException("not a number");
            };
        }
        double value = ((Json.Num) json).value().doubleValue();
        if (Double.isInfinite(value)) {
            throw new ArithmeticException("beyond a double");
        }
        return value;
    }

    private static String named(Type type) {
        return switch (type.getTypeName()) {
            case "java.lang.String", "java.time.Instant" -> "a text";
            case "boolean", "java.lang.Boolean" -> "true or false";
            case "int", "long", "java.lang.Integer", "java.lang.Long" -> "a whole number";
            case "double", "java.lang.Double" -> "a number";
            case "dev.atlas.domain.Json$Obj" -> "an object";
            default ->
                type instanceof ParameterizedType generic && generic.getRawType() == List.class
                        ? "an array"
                        : type instanceof ParameterizedType generic && generic.getRawType() == SortedMap.class
                                ? "an object of numbers"
                                : "a text";
        };
    }
}
