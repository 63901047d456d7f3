package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Patch;
import dev.atlas.application.identity.UserChanges;
import org.jspecify.annotations.Nullable;

/** A merge patch of a user. */
public record UserPatch(
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String role,
        Patch patch) implements Input {

    UserChanges changes() {
        return new UserChanges(patch.of("display_name", displayName), patch.of("email", email), patch.of("role", role));
    }
}
