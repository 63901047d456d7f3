package dev.atlas.persistence;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object that is kept in one column, written and read by name. What is absent is left out; an object
 * without members is no value at all.
 */
public final class JsonMembers {

    private final SequencedMap<String, Json> members;

    private JsonMembers(SequencedMap<String, Json> members) {
        this.members = members;
    }

    /** For writing. */
    public static JsonMembers empty() {
        return new JsonMembers(new LinkedHashMap<>());
    }

    /** For reading; null has no members. */
    public static JsonMembers of(@Nullable Json stored) {
        Json.Obj object = Values.object(stored);
        return new JsonMembers(object == null ? new LinkedHashMap<>() : object.members());
    }

    public JsonMembers put(String name, @Nullable String value) {
        return member(name, value == null ? null : new Json.Str(value));
    }

    public JsonMembers put(String name, @Nullable Long value) {
        return member(name, value == null ? null : Json.Num.of(value));
    }

    public JsonMembers put(String name, @Nullable Double value) {
        return member(name, value == null ? null : Canonical.encode(value));
    }

    public JsonMembers put(String name, @Nullable Boolean value) {
        return member(name, value == null ? null : new Json.Bool(value));
    }

    public JsonMembers put(String name, @Nullable Instant value) {
        return member(name, value == null ? null : new Json.Str(Instants.text(value)));
    }

    public JsonMembers put(String name, List<String> values) {
        return member(name, values.isEmpty() ? null : Json.strings(values));
    }

    private JsonMembers member(String name, @Nullable Json value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** What was written, or null if nothing was. */
    public @Nullable Json written() {
        return members.isEmpty() ? null : new Json.Obj(members);
    }

    public @Nullable String text(String name) {
        return members.get(name) instanceof Json.Str(String value) ? value : null;
    }

    public @Nullable Long integer(String name) {
        return members.get(name) instanceof Json.Num number
                ? (Long) number.value().longValueExact()
                : null;
    }

    public @Nullable Double number(String name) {
        return members.get(name) instanceof Json.Num number
                ? (Double) number.value().doubleValue()
                : null;
    }

    public @Nullable Boolean bool(String name) {
        return members.get(name) instanceof Json.Bool(boolean value) ? (Boolean) value : null;
    }

    public @Nullable Instant instant(String name) {
        String text = text(name);
        return text == null ? null : Instants.parse(name, text);
    }

    public List<String> texts(String name) {
        Json value = members.get(name);
        return value == null ? List.of() : Canonical.texts(value);
    }
}
