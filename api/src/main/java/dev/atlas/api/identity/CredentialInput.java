package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import org.jspecify.annotations.Nullable;

/** What is signed in to a provider with. */
public record CredentialInput(String secret, @Nullable String label) implements Input {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "CredentialInput[]";
    }
}
