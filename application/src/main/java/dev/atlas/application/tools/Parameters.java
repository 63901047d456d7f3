package dev.atlas.application.tools;

import dev.atlas.domain.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** The arguments of a tool, as a JSON schema. */
public final class Parameters {

    private final SequencedMap<String, Json> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    Parameters text(String name, String description) {
        return with(name, "string", description);
    }

    Parameters id(String name, String description) {
        return with(name, "string", description + " A UUID.");
    }

    Parameters number(String name, String description) {
        return with(name, "integer", description);
    }

    Parameters flag(String name, String description) {
        return with(name, "boolean", description);
    }

    Parameters word(String name, String description, List<String> words) {
        SequencedMap<String, Json> property = property("string", description);
        property.put("enum", Json.strings(words));
        properties.put(name, new Json.Obj(property));
        return this;
    }

    /** What was added last must be there. */
    Parameters needed() {
        required.add(properties.lastEntry().getKey());
        return this;
    }

    private Parameters with(String name, String type, String description) {
        properties.put(name, new Json.Obj(property(type, description)));
        return this;
    }

    private static SequencedMap<String, Json> property(String type, String description) {
        SequencedMap<String, Json> property = new LinkedHashMap<>();
        property.put("type", new Json.Str(type));
        property.put("description", new Json.Str(description));
        return property;
    }

    /** Their names. */
    Set<String> names() {
        return properties.keySet();
    }

    /** The names of those that must be there. */
    List<String> required() {
        return List.copyOf(required);
    }

    /** A JSON schema of type object that takes nothing else. */
    public Json.Obj schema() {
        SequencedMap<String, Json> schema = new LinkedHashMap<>();
        schema.put("type", new Json.Str("object"));
        schema.put("properties", new Json.Obj(properties));
        if (!required.isEmpty()) {
            schema.put("required", Json.strings(required));
        }
        schema.put("additionalProperties", new Json.Bool(false));
        return new Json.Obj(schema);
    }
}
