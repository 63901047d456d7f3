package dev.atlas.application.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what at this moment, whatever they are signed in with. */
public final class ActiveUsers {

    private ActiveUsers() {}

    /** Those of these users who are there, active, and of a role with this permission. */
    public static Set<Id<User>> withPermission(Repositories from, Set<Id<User>> users, Permission permission) {
        Map<String, Boolean> roles = new HashMap<>();
        return users.stream()
                .flatMap(user -> find(from, user).stream())
                .filter(user -> roles.computeIfAbsent(
                        user.role(), role -> permissions(from, user).contains(permission)))
                .map(User::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** This user, if they are there, active, and of a role with this permission. */
    public static Optional<User> withPermission(Repositories from, Id<User> user, Permission permission) {
        return find(from, user).filter(found -> permissions(from, found).contains(permission));
    }

    static Optional<User> find(Repositories from, Id<User> id) {
        return from.users().find(id).filter(User::active);
    }

    /** Those of the user's role. */
    public static Set<Permission> permissions(Repositories from, User user) {
        return from.roles().find(user.role()).map(Role::permissions).orElse(Set.of());
    }
}
