package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.identity.NewUser;
import org.jspecify.annotations.Nullable;

/** A user to be made; a {@code member} unless it says otherwise. */
public record UserInput(
        @Limits(min = 1, max = 64, pattern = "^\\s*\\S+\\s*$")
        String username,

        @Limits(min = 8, max = 1024) String password,
        @Nullable @Limits(max = 120) String displayName,
        @Nullable @Limits(max = 320, pattern = "^\\s*$|@") String email,
        @Nullable @Limits(min = 1, max = 32) String role)
        implements Input {

    NewUser wanted() {
        return new NewUser(username, password, displayName, email, role);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "UserInput[" + username + "]";
    }
}
