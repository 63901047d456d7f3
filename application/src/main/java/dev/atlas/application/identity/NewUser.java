package dev.atlas.application.identity;

import org.jspecify.annotations.Nullable;

/**
 * A user to be.
 *
 * @param password 8 to 1024 characters, not trimmed
 * @param role the name of a role that is there; absent is {@code member}
 */
public record NewUser(
        String username,
        String password,
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String role) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }
}
