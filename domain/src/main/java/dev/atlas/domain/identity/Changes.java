package dev.atlas.domain.identity;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a change gave another value, before and after; those that stayed are not named. Immutable: each method
 * returns one with the field added, if it differs. A field is in {@code before} or {@code after} only where it had a
 * value.
 */
public record Changes(Json.Obj before, Json.Obj after) {

    /** What stands for a value nobody may see. */
    public static final String MASK = "***";

    /** No field at all. */
    public static final Changes NONE = new Changes(Json.Obj.EMPTY, Json.Obj.EMPTY);

    /** What differs between all fields of before and all of after, in their order. */
    public static Changes between(SequencedMap<String, Json> before, SequencedMap<String, Json> after) {
        return new Changes(new Json.Obj(unlike(before, after)), new Json.Obj(unlike(after, before)));
    }

    private static SequencedMap<String, Json> unlike(SequencedMap<String, Json> fields, Map<String, Json> others) {
        SequencedMap<String, Json> unlike = new LinkedHashMap<>(fields);
        unlike.entrySet().removeIf(field -> field.getValue().equals(others.get(field.getKey())));
        return unlike;
    }

    public Changes text(String field, @Nullable String old, @Nullable String fresh) {
        return json(field, old == null ? null : new Json.Str(old), fresh == null ? null : new Json.Str(fresh));
    }

    public Changes flag(String field, @Nullable Boolean old, @Nullable Boolean fresh) {
        return json(field, old == null ? null : new Json.Bool(old), fresh == null ? null : new Json.Bool(fresh));
    }

    public Changes instant(String field, @Nullable Instant old, @Nullable Instant fresh) {
        return text(field, old == null ? null : Instants.text(old), fresh == null ? null : Instants.text(fresh));
    }

    public Changes json(String field, @Nullable Json old, @Nullable Json fresh) {
        return Objects.equals(old, fresh) ? this : new Changes(with(before, field, old), with(after, field, fresh));
    }

    /** A secret got another value, which is not told. */
    public Changes masked(String field) {
        return new Changes(before, with(after, field, new Json.Str(MASK)));
    }

    public boolean none() {
        return before.members().isEmpty() && after.members().isEmpty();
    }

    private static Json.Obj with(Json.Obj object, String field, @Nullable Json value) {
        if (value == null) {
            return object;
        }
        SequencedMap<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(field, value);
        return new Json.Obj(members);
    }
}
