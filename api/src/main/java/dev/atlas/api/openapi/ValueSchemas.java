package dev.atlas.api.openapi;

import dev.atlas.api.http.Limits;
import dev.atlas.domain.Json;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas of single values. */
final class ValueSchemas {

    static final Json.Obj ID = new Members()
            .with("type", "string")
            .with("format", "uuid")
            .with("pattern", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
            .object();

    /** A double: a number, or a word where a JSON number cannot say it. */
    static final Json.Obj MEASUREMENT = new Members()
            .with(
                    "anyOf",
                    List.of(
                            new Members().with("type", "number"),
                            new Members().with("enum", List.of("NaN", "Infinity", "-Infinity", "-0.0"))))
            .object();

    private ValueSchemas() {}

    static Json.Obj of(Class<?> type) {
        Members schema = new Members();
        if (type == String.class) {
            schema.with("type", "string");
        } else if (type == boolean.class || type == Boolean.class) {
            schema.with("type", "boolean");
        } else if (type == int.class || type == Integer.class) {
            schema.with("type", "integer").with("format", "int32");
        } else if (type == long.class || type == Long.class) {
            schema.with("type", "integer").with("format", "int64");
        } else if (type == double.class || type == Double.class) {
            schema.with("type", "number").with("format", "double");
        } else if (type == Json.Num.class) {
            schema.with("type", "number");
        } else if (type == Instant.class) {
            schema.with("type", "string").with("format", "date-time");
        } else if (type == Json.Obj.class || type == byte[].class) {
            schema.with("type", "object");
        } else if (type == Json.Arr.class) {
            schema.with("type", "array");
        } else if (type == InputStream.class || type == StreamedFile.class) {
            schema.with("type", "string").with("format", "binary");
        } else if (type != Json.class) {
            throw new IllegalStateException("no schema for " + type);
        }
        return schema.object();
    }

    static Json.Obj words(List<String> words) {
        return new Members().with("type", "string").with("enum", words).object();
    }

    /** The schema with what {@code limits} say of it. */
    static Json.Obj limited(Json.Obj schema, Limits limits) {
        return limited(schema, limits.min(), limits.max())
                .with("pattern", pattern(schema, limits))
                .with("enum", limits.words().length == 0 ? null : List.of(limits.words()))
                .object();
    }

    /** The schema between these bounds: lengths of a text, values of a number, items of an array. */
    static Members limited(Json.Obj schema, long min, long max) {
        String kind = schema.members().get("type") instanceof Json.Str(String type) ? type : "none";
        if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
            return new Members().withAll(schema);
        }
        String suffix =
                switch (kind) {
                    case "string" -> "Length";
                    case "array" -> "Items";
                    case "integer", "number" -> "imum";
                    default -> throw new IllegalStateException("limits on a " + kind);
                };
        return new Members()
                .withAll(schema)
                .with("min" + suffix, min == Long.MIN_VALUE ? null : min)
                .with("max" + suffix, max == Long.MAX_VALUE ? null : max);
    }

    /** Texts are trimmed, so that one that needs a character needs one that is not blank. */
    private static @Nullable String pattern(Json.Obj schema, Limits limits) {
        if (!limits.pattern().isEmpty()) {
            return limits.pattern();
        }
        return limits.min() == 1
                        && new Json.Str("string").equals(schema.members().get("type"))
                ? "\\S"
                : null;
    }

    /** The schema, or null. */
    static Json.Obj orNull(Json.Obj schema) {
        if (schema.members().isEmpty()) {
            return schema;
        }
        Json type = schema.members().get("type");
        if (type == null || schema.members().containsKey("enum")) {
            return new Members()
                    .with("anyOf", List.of(schema, new Members().with("type", "null")))
                    .object();
        }
        return new Members().withAll(schema).with("type", List.of(type, "null")).object();
    }
}
