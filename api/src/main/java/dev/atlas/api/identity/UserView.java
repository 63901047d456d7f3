package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user, as administrators see them. */
@View
public record UserView(
        Id<User> id,
        String username,
        @Nullable String displayName,
        @Nullable String email,
        String role,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.username().value(),
                user.displayName(),
                user.email(),
                user.role(),
                user.active(),
                user.createdAt(),
                user.updatedAt(),
                user.version());
    }
}
