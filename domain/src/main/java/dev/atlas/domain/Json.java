package dev.atlas.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Free JSON as its author wrote it: key order is kept, {@code 2.0} is not {@code 2}, null is not absent. Whitespace and
 * the spelling of a number ({@code 1e2}, {@code 1E+2}) are not kept; there is one {@linkplain #text() canonical text}.
 *
 * <p>Values are immutable and obey the same limits on every engine: strings as in {@link Text}, at most
 * {@value #MAX_DEPTH} levels (MongoDB ends at 100), numbers with at most {@value #MAX_DIGITS} digits and an exponent
 * that decimal128 holds. A constructor that is given anything else throws {@link InvalidValue}.
 */
public sealed interface Json {

    /** Digits a number may have: what decimal128 holds. */
    int MAX_DIGITS = 34;

    /** Levels of nesting. */
    int MAX_DEPTH = 64;

    /** Members in the order they were written; in another order it is another object. */
    record Obj(SequencedMap<String, Json> members) implements Json {

        /** The object without members. */
        public static final Obj EMPTY = new Obj(new LinkedHashMap<>());

        public Obj {
            members.keySet().forEach(key -> Text.storable("json", key, Integer.MAX_VALUE));
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        /** {@link #patchedWith} for an object, which leaves one. */
        public Obj mergedWith(Obj patch) {
            return (Obj) patchedWith(patch);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Obj(SequencedMap<String, Json> theirs)
                    && List.copyOf(members.entrySet()).equals(List.copyOf(theirs.entrySet()));
        }

        @Override
        public int hashCode() {
            return members.hashCode();
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String value) implements Json {
        public Str {
            Text.storable("json", value, Integer.MAX_VALUE);
        }
    }

    /** A number; its scale is part of it. Zero has no sign. */
    record Num(BigDecimal value) implements Json {

        private static final int MAX_EXPONENT = 6111;
        private static final int MIN_EXPONENT = -6176;

        public Num {
            if (value.precision() > MAX_DIGITS) {
                throw new InvalidValue("json", "must not hold a number of more than " + MAX_DIGITS + " digits");
            }
            if (-value.scale() > MAX_EXPONENT || -value.scale() < MIN_EXPONENT) {
                throw new InvalidValue(
                        "json", "must not hold a number beyond 1E+" + MAX_EXPONENT + " or 1E" + MIN_EXPONENT);
            }
        }

        public static Num of(long value) {
            return new Num(BigDecimal.valueOf(value));
        }
    }

    record Bool(boolean value) implements Json {}

    /** A null that somebody wrote. */
    record Null() implements Json {}

    /** Reads one JSON document. Throws {@link InvalidValue} naming {@code field} if it is not one, or beyond the limits. */
    static Json parse(String field, String text) {
        return JsonReader.read(field, text);
    }

    /** The one text of this value: no whitespace, members in their order, numbers as {@link BigDecimal#toString()}. */
    default String text() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }

    /** Appends its {@link #text()}. */
    default void writeTo(StringBuilder out) {
        JsonWriter.write(this, out);
    }

    /** This value after the RFC 7396 merge patch {@code patch}: null removes a member, objects merge, others replace. */
    default Json patchedWith(Json patch) {
        if (!(patch instanceof Obj(SequencedMap<String, Json> changes))) {
            return patch;
        }
        SequencedMap<String, Json> merged = new LinkedHashMap<>();
        if (this instanceof Obj(SequencedMap<String, Json> mine)) {
            merged.putAll(mine);
        }
        for (Map.Entry<String, Json> change : changes.entrySet()) {
            if (change.getValue() instanceof Null) {
                merged.remove(change.getKey());
            } else {
                Json before = merged.getOrDefault(change.getKey(), Obj.EMPTY);
                merged.put(change.getKey(), before.patchedWith(change.getValue()));
            }
        }
        return new Obj(merged);
    }

    /** An array of strings, in this order. */
    static Arr strings(List<String> values) {
        return new Arr(new ArrayList<Json>(values.stream().map(Str::new).toList()));
    }
}
