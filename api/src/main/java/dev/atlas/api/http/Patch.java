package dev.atlas.api.http;

import dev.atlas.application.Change;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members a JSON Merge Patch really has, for an {@link Input} that is one: tells null from absent. A component of this
 * type is filled by the reader and is no member itself.
 */
public record Patch(Set<String> given) {

    public Patch {
        given = Set.copyOf(given);
    }

    /** What the patch says of the member {@code name}, as named on the wire, whose value was read as {@code value}. */
    public <T> Change<T> of(String name, @Nullable T value) {
        return given.contains(name) ? Change.to(value) : Change.kept();
    }
}
