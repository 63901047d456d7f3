package dev.atlas.api.openapi;

import dev.atlas.domain.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** Puts the examples of members together to examples of whole bodies. */
final class Examples {

    private final Json.Obj named;

    Examples(Json.Obj named) {
        this.named = named;
    }

    /** A value of this schema. */
    Json of(Json.Obj schema) {
        SequencedMap<String, Json> members = schema.members();
        if (members.get("examples") instanceof Json.Arr(List<Json> examples)) {
            return examples.getFirst();
        } else if (members.get("$ref") instanceof Json.Str(String reference)) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return of((Json.Obj) Objects.requireNonNull(named.members().get(name), name));
        } else if (members.get("enum") instanceof Json.Arr(List<Json> words)) {
            return words.getFirst();
        } else if (members.get("anyOf") instanceof Json.Arr(List<Json> forms)) {
            return of((Json.Obj) forms.getFirst());
        } else if (members.get("properties") instanceof Json.Obj(SequencedMap<String, Json> properties)) {
            Members example = new Members();
            for (Map.Entry<String, Json> property : properties.entrySet()) {
                example.with(property.getKey(), of((Json.Obj) property.getValue()));
            }
            return example.object();
        } else if (members.get("items") instanceof Json.Obj items) {
            return new Json.Arr(List.of(of(items)));
        }
        return plain(
                members.get("type") instanceof Json.Arr(List<Json> types) ? types.getFirst() : members.get("type"));
    }

    private static Json plain(@org.jspecify.annotations.Nullable Json type) {
        return switch (type instanceof Json.Str(String name) ? name : "any") {
            case "string" -> new Json.Str("text");
            case "boolean" -> new Json.Bool(true);
            case "integer", "number" -> Json.Num.of(1);
            case "array" -> new Json.Arr(List.of());
            default -> Json.Obj.EMPTY;
        };
    }
}
