package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.application.Caller;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as they see themselves.
 *
 * @param permissions what they may do at this moment, with what they are signed in with
 */
@View
public record MeView(
        Id<User> id,
        String username,
        @Nullable String displayName,
        @Nullable String email,
        String role,
        List<Permission> permissions,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static MeView of(User user, Caller caller) {
        return new MeView(
                user.id(),
                user.username().value(),
                user.displayName(),
                user.email(),
                user.role(),
                PermissionEntryView.sorted(caller.permissions()),
                user.active(),
                user.createdAt(),
                user.updatedAt(),
                user.version());
    }
}
