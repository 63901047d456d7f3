package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** As much of a user as everybody may know. */
@View
public record PersonView(
        Id<User> id, String username, @Nullable String displayName) {

    static PersonView of(User user) {
        return new PersonView(user.id(), user.username().value(), user.displayName());
    }
}
