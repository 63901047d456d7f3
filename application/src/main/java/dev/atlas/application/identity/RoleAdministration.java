package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Roles, the default ones like any other. Their changes are felt by the next request of whoever has them. Nobody gives a
 * permission they do not have; taking one away ends with an administrator left.
 */
public final class RoleAdministration {

    /** A role to be, or what is to become of one. */
    public record RoleChanges(Change<String> label, Change<String> description, Change<Set<Permission>> permissions) {}

    private final Foundation foundation;
    private final Administration administration;
    private final Audit audit;

    RoleAdministration(Foundation foundation, Administration administration, Audit audit) {
        this.foundation = foundation;
        this.administration = administration;
        this.audit = audit;
    }

    /** All roles, by name. */
    public CompletableFuture<List<Role>> list(Caller caller) {
        caller.require(Permission.USER_VIEW);
        return foundation.storage().readAsync(from -> from.roles().all());
    }

    /**
     * The role of this name.
     *
     * @throws Refusal.NotFound {@code role.not_found}
     */
    public CompletableFuture<Role> get(Caller caller, String name) {
        caller.require(Permission.USER_VIEW);
        return foundation.storage().readAsync(from -> find(from, name));
    }

    /**
     * Adds a role.
     *
     * @throws Refusal.WrongState {@code role.name_taken}
     */
    public Committed<Role> create(Caller caller, String name, RoleChanges wanted) {
        caller.require(Permission.ROLE_MANAGE);
        Instant now = foundation.now();
        Role role = new Role(
                Role.name("role", name),
                wanted.label().orWhenCleared("", ""),
                wanted.description().from(null),
                wanted.permissions().orWhenCleared(Set.of(), Set.of()),
                now,
                now,
                0);
        Administration.requireHeld(caller, role.permissions());
        return administration.change(to -> {
            if (to.roles().find(role.name()).isPresent()) {
                throw new Refusal.WrongState("role.name_taken", "Another role has this name.");
            }
            Role added = to.roles().add(role);
            audit.record(to, caller, "role.created", resource(added.name()), differences(null, added));
            return added;
        });
    }

    /**
     * Changes what is named and keeps the rest.
     *
     * @throws Refusal.WrongState {@code user.last_administrator}
     */
    public Committed<Role> change(Caller caller, String name, RoleChanges changes, @Nullable Long ifVersion) {
        caller.require(Permission.ROLE_MANAGE);
        return administration.change(to -> {
            Role role = find(to, name);
            Refusal.Stale.unless(ifVersion, role.version());
            Role wanted = new Role(
                    role.name(),
                    changes.label().orWhenCleared("", role.label()),
                    changes.description().from(role.description()),
                    changes.permissions().orWhenCleared(Set.of(), role.permissions()),
                    role.createdAt(),
                    foundation.now(),
                    role.version());
            Administration.requireHeld(caller, added(role, wanted));
            Changes differences = differences(role, wanted);
            if (differences.none()) {
                return role;
            }
            Role changed = to.roles().replace(wanted);
            audit.record(to, caller, "role.changed", resource(role.name()), differences);
            if (role.administers() && !changed.administers()) {
                Administration.requireAdministrator(to);
            }
            return changed;
        });
    }

    /**
     * Removes a role nobody has.
     *
     * @throws Refusal.WrongState {@code role.in_use} while any user has it
     */
    public Committed<String> remove(Caller caller, String name, @Nullable Long ifVersion) {
        caller.require(Permission.ROLE_MANAGE);
        return administration.change(to -> {
            Role role = find(to, name);
            Refusal.Stale.unless(ifVersion, role.version());
            if (to.users().anyWithRole(role.name())) {
                throw new Refusal.WrongState("role.in_use", "Users have this role; give them another one first.");
            }
            to.roles().remove(role.name());
            audit.record(to, caller, "role.removed", resource(role.name()), differences(role, null));
            return role.name();
        });
    }

    private static Set<Permission> added(Role role, Role wanted) {
        Set<Permission> added = new HashSet<>(wanted.permissions());
        added.removeAll(role.permissions());
        return added;
    }

    private static Changes differences(@Nullable Role old, @Nullable Role fresh) {
        return Changes.NONE
                .text("label", old == null ? null : old.label(), fresh == null ? null : fresh.label())
                .text("description", old == null ? null : old.description(), fresh == null ? null : fresh.description())
                .json("permissions", old == null ? null : names(old), fresh == null ? null : names(fresh));
    }

    private static Json names(Role role) {
        return Json.strings(role.permissions().stream().map(Permission::id).toList());
    }

    private static Resource resource(String role) {
        return new Resource("role", role);
    }

    private static Role find(Repositories from, String name) {
        return from.roles()
                .find(name)
                .orElseThrow(() -> new Refusal.NotFound("role.not_found", "There is no such role."));
    }
}
