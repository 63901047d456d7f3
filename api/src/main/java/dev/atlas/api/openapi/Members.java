package dev.atlas.api.openapi;

import dev.atlas.domain.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making; its members keep the order in which they are named. */
final class Members {

    private final SequencedMap<String, Json> members = new LinkedHashMap<>();

    /** Adds a text, a whole number, true or false, JSON, other members, or a collection of those; null adds nothing. */
    Members with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, json(value));
        }
        return this;
    }

    Members withAll(Json.Obj others) {
        members.putAll(others.members());
        return this;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Json.Obj object() {
        return new Json.Obj(members);
    }

    private static Json json(Object value) {
        return switch (value) {
            case Json json -> json;
            case Members others -> others.object();
            case String text -> new Json.Str(text);
            case Boolean truth -> new Json.Bool(truth);
            case Integer number -> new Json.Num(BigDecimal.valueOf(number));
            case Long number -> new Json.Num(BigDecimal.valueOf(number));
            case Collection<?> items -> {
                List<Json> array = new ArrayList<>();
                items.forEach(item -> array.add(json(item)));
                yield new Json.Arr(array);
            }
            default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
        };
    }
}
