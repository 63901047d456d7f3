package dev.atlas.api.openapi;

import dev.atlas.api.http.InputShape;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.View;
import dev.atlas.api.http.WireNames;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of what goes over the wire. Records and enums become named schemas. A member of an answer is there or
 * absent and never null; a member of a body that may be absent may also be null.
 */
final class Schemas {

    private final SortedMap<String, Json.Obj> named = new TreeMap<>();
    private final Map<String, Type> owners = new HashMap<>();
    private final Vocabulary vocabulary;

    Schemas(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** All that were named so far, by name. */
    Json.Obj named() {
        Members all = new Members();
        named.forEach(all::with);
        return all.object();
    }

    /** What a value of this type looks like in an answer, a path or a query. */
    Json.Obj of(Type type) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == Id.class -> ValueSchemas.ID;
            case ParameterizedType generic when generic.getRawType() == Listed.class -> page(generic);
            case ParameterizedType generic
            when generic.getRawType() == List.class -> array(of(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic
            when generic.getRawType() == SortedMap.class ->
                new Members()
                        .with("type", "object")
                        .with(
                                "propertyNames",
                                new Members().with("pattern", "\\S").with("maxLength", 200))
                        .with(
                                "additionalProperties",
                                refer("Measurement", Double.class, () -> ValueSchemas.MEASUREMENT))
                        .object();
            case Class<?> words
            when words.isEnum() ->
                refer(words.getSimpleName(), words, () -> ValueSchemas.words(WireNames.words(words)));
            case Class<?> shape when shape.isRecord() && !Json.class.isAssignableFrom(shape) -> record(shape);
            case Class<?> plain -> ValueSchemas.of(plain);
            default -> throw new IllegalStateException("no schema for " + type);
        };
    }

    /** The same for a member of a body, within its {@link Limits}. */
    private Json.Obj given(AnnotatedType type, boolean optional) {
        Json.Obj schema = type instanceof AnnotatedParameterizedType list && isList(list.getType())
                ? array(given(list.getAnnotatedActualTypeArguments()[0], false))
                : of(type.getType());
        Limits limits = type.getAnnotation(Limits.class);
        Json.Obj limited = limits == null ? schema : ValueSchemas.limited(schema, limits);
        return optional && (limits == null || limits.clearable()) ? ValueSchemas.orNull(limited) : limited;
    }

    private static boolean isList(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == List.class;
    }

    private Json.Obj record(Class<?> type) {
        String name = type.getSimpleName().replaceFirst("View$", "");
        return refer(name, type, () -> type.isAnnotationPresent(View.class) ? answer(name, type) : body(name, type));
    }

    private Json.Obj body(String name, Class<?> type) {
        Members properties = new Members();
        List<String> required = new ArrayList<>();
        for (InputShape.Member member :
                InputShape.of(type.asSubclass(Record.class)).members()) {
            Json.Obj schema = given(member.type(), member.optional());
            properties.with(member.name(), vocabulary.told(name, member.name(), schema));
            if (!member.optional()) {
                required.add(member.name());
            }
        }
        return object(properties, required);
    }

    private Json.Obj answer(String name, Class<?> type) {
        Members properties = new Members();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String member = WireNames.of(component.getName());
            properties.with(member, vocabulary.told(name, member, of(component.getGenericType())));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(member);
            }
        }
        return object(properties, required);
    }

    private Json.Obj page(ParameterizedType listed) {
        Type item = listed.getActualTypeArguments()[0];
        Json.Obj schema = of(item);
        String name = ((Class<?>) item).getSimpleName().replaceFirst("View$", "") + "List";
        Members properties = new Members()
                .with("items", array(schema))
                .with("next", vocabulary.told(name, "next", ValueSchemas.of(String.class)));
        return refer(name, listed, () -> object(properties, List.of("items")));
    }

    private static Json.Obj object(Members properties, List<String> required) {
        return new Members()
                .with("type", "object")
                .with("properties", properties)
                .with("required", required.isEmpty() ? null : required)
                .with("additionalProperties", false)
                .object();
    }

    private static Json.Obj array(Json.Obj items) {
        return new Members().with("type", "array").with("items", items).object();
    }

    private Json.Obj refer(String name, Type owner, Supplier<Json.Obj> schema) {
        Type known = owners.putIfAbsent(name, owner);
        if (known == null) {
            named.put(name, Json.Obj.EMPTY); // a schema may contain itself
            named.put(name, schema.get());
        } else if (!known.equals(owner)) {
            throw new IllegalStateException("two schemas want the name " + name + ": " + known + " and " + owner);
        }
        return new Members().with("$ref", "#/components/schemas/" + name).object();
    }
}
