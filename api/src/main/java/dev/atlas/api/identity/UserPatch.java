package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.identity.UserChanges;
import org.jspecify.annotations.Nullable;

/** A merge patch of a user. */
public record UserPatch(
        @Nullable @Limits(max = 120) String displayName,
        @Nullable @Limits(max = 320, pattern = "^\\s*$|@") String email,

        @Nullable @Limits(min = 1, max = 32, clearable = false)
        String role,

        Patch patch)
        implements Input {

    UserChanges changes() {
        return new UserChanges(patch.of("display_name", displayName), patch.of("email", email), patch.of("role", role));
    }
}
