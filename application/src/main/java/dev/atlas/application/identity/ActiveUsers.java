package dev.atlas.application.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import java.util.Set;

/** Who may do what at this moment, whatever they are signed in with. */
public final class ActiveUsers {

    private ActiveUsers() {}

    /** True if this user is there, active, and of a role with this permission. */
    public static boolean may(Repositories from, Id<User> user, Permission permission) {
        return find(from, user)
                .map(found -> permissions(from, found).contains(permission))
                .orElse(false);
    }

    static Optional<User> find(Repositories from, Id<User> id) {
        return from.users().find(id).filter(User::active);
    }

    static Set<Permission> permissions(Repositories from, User user) {
        return from.roles().find(user.role()).map(Role::permissions).orElse(Set.of());
    }
}
