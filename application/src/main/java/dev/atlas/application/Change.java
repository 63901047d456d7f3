package dev.atlas.application;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Merge Patch (RFC 7396) says about one field: a member that is not there keeps the value, one that is there
 * replaces it, and null clears it.
 *
 * <p>Build it with {@link #kept()} for an absent member and {@link #to} for one that is there, null included.
 */
public sealed interface Change<T> {

    /** The member is absent. */
    record Kept<T>() implements Change<T> {}

    /** The member is there; null clears the field. */
    record To<T>(@Nullable T value) implements Change<T> {}

    static <T> Change<T> kept() {
        return new Kept<>();
    }

    static <T> Change<T> to(@Nullable T value) {
        return new To<>(value);
    }

    /** The value after this change of a field that may be absent. */
    default @Nullable T from(@Nullable T current) {
        return switch (this) {
            case Kept<T> kept -> current;
            case To<T> to -> to.value();
        };
    }

    /** The value after this change of a field that is always there. Throws {@link InvalidValue} naming it if it is cleared. */
    default T required(String field, T current) {
        return switch (this) {
            case Kept<T> kept -> current;
            case To<T> to -> {
                T value = to.value();
                if (value == null) {
                    throw new InvalidValue(field, "must not be null");
                }
                yield value;
            }
        };
    }

    /** Free JSON after this change of it, which is merged in at every depth; cleared, it has no members. */
    static Json.Obj merged(Json.Obj current, Change<Json.Obj> change) {
        return switch (change) {
            case Kept<Json.Obj> kept -> current;
            case To<Json.Obj> to -> to.value() == null ? Json.Obj.EMPTY : current.mergedWith(to.value());
        };
    }

    /** The value after this change of a field that goes back to {@code cleared} when it is cleared. */
    default T orWhenCleared(T cleared, T current) {
        T value = from(current);
        return value == null ? cleared : value;
    }
}
