package dev.atlas.api.providers;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import org.jspecify.annotations.Nullable;

/** A key to be tried, which is not kept. */
public record ProviderTestInput(
        @Nullable @Limits(min = 1, max = 10_000) String key) implements Input {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ProviderTestInput[]";
    }
}
