package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How users and roles are changed: one change after another, so that each sees what the one before it did, and felt by
 * this node at once.
 */
record Administration(Foundation foundation, Standings standings) {

    <R> Committed<R> change(Function<? super Repositories, R> work) {
        try {
            return foundation.storage().write(to -> {
                to.guards().pass(Guards.ADMINISTRATION);
                return work.apply(to);
            });
        } finally {
            standings.forget();
        }
    }

    /** Throws if nobody is left who may administer users and roles. Asked after a change that took that from somebody. */
    static void requireAdministrator(Repositories from) {
        List<String> roles = from.roles().all().stream()
                .filter(Role::administers)
                .map(Role::name)
                .toList();
        if (from.users().activeWithRole(roles, 1).isEmpty()) {
            throw new Refusal.WrongState(
                    "user.last_administrator", "This would leave nobody who may administer users and roles.");
        }
    }

    /** Throws unless the caller has every one of these permissions: nobody gives what they do not have. */
    static void requireHeld(Caller caller, Set<Permission> given) {
        for (Permission permission : given) {
            if (!caller.may(permission)) {
                throw new Refusal.NotAllowed(
                        "permission.not_held",
                        "You cannot give the permission " + permission.id() + ", which you do not have.");
            }
        }
    }

    /** Throws if the user may do what the caller may not: whoever could set their password could sign in as them. */
    static void requireNotAbove(Repositories from, Caller caller, User user) {
        Set<Permission> theirs = permissions(from, user.role());
        if (!caller.permissions().containsAll(theirs)) {
            throw new Refusal.NotAllowed(
                    "user.above_caller", "This user has permissions that you do not have; you cannot do this to them.");
        }
    }

    static Set<Permission> permissions(Repositories from, String role) {
        return from.roles().find(role).map(Role::permissions).orElse(Set.of());
    }

    static boolean administers(Repositories from, User user) {
        return user.active()
                && from.roles().find(user.role()).map(Role::administers).orElse(false);
    }
}
