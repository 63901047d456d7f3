package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.application.identity.NewUser;
import org.jspecify.annotations.Nullable;

/** A user to be made; a {@code member} unless it says otherwise. */
public record UserInput(
        String username,
        String password,
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String role) implements Input {

    NewUser wanted() {
        return new NewUser(username, password, displayName, email, role);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "UserInput[" + username + "]";
    }
}
