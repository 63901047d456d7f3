package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import org.jspecify.annotations.Nullable;

/** What is signed in to a provider with. */
public record CredentialInput(
        @Limits(min = 1) String secret,
        @Nullable @Limits(max = 120) String label) implements Input {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "CredentialInput[]";
    }
}
