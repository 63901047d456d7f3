package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.DefaultRoles;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Users, for those who administer them. What takes rights away ends with an administrator left, and nobody gives rights
 * they do not have. An {@code ifVersion} that is not the current one is {@link Refusal.Stale}.
 */
public final class UserAdministration {

    static final String CREATED = "user.created";
    static final String ACTIVATED = "user.activated";
    static final String DEACTIVATED = "user.deactivated";

    private final Foundation foundation;
    private final Administration administration;
    private final PasswordHashing hashing;
    private final Audit audit;

    UserAdministration(Foundation foundation, Administration administration, PasswordHashing hashing, Audit audit) {
        this.foundation = foundation;
        this.administration = administration;
        this.hashing = hashing;
        this.audit = audit;
    }

    /** All users, newest first. */
    public CompletableFuture<Slice<User>> list(Caller caller, Page page, boolean includeInactive) {
        caller.require(Permission.USER_VIEW);
        return foundation.storage().readAsync(from -> from.users().list(page, includeInactive));
    }

    /**
     * The user of this id, active or not.
     *
     * @throws Refusal.NotFound {@code user.not_found}
     */
    public CompletableFuture<User> get(Caller caller, Id<User> id) {
        caller.require(Permission.USER_VIEW);
        return foundation.storage().readAsync(from -> find(from, id));
    }

    /**
     * The active user of exactly this name. Everybody may ask, to invite them to a project.
     *
     * @throws Refusal.NotFound {@code user.not_found}
     */
    public CompletableFuture<User> lookUp(Caller caller, String username) {
        return foundation.storage().readAsync(from -> username(username)
                .flatMap(name -> from.users().named(name))
                .filter(User::active)
                .orElseThrow(UserAdministration::notFound));
    }

    /**
     * Adds an active user.
     *
     * @throws Refusal.WrongState {@code user.username_taken}
     */
    public Committed<User> create(Caller caller, NewUser wanted) {
        caller.require(Permission.USER_MANAGE);
        User user = newUser(foundation, hashing, wanted);
        return administration.change(to -> {
            requireFree(to, user.username());
            Administration.requireHeld(caller, existing(to, user.role()).permissions());
            User added = to.users().add(user);
            audit.record(to, caller, CREATED, Audit.user(added), differences(null, added));
            return added;
        });
    }

    /** Checks everything that needs no store, and takes the time to hash the password. */
    static User newUser(Foundation foundation, PasswordHashing hashing, NewUser wanted) {
        Username username = new Username(wanted.username());
        String role = Role.name("role", wanted.role() == null ? DefaultRoles.MEMBER : wanted.role());
        Instant now = foundation.now();
        Id<User> id = foundation.ids().next();
        User unhashed = new User(id, username, wanted.displayName(), wanted.email(), role, null, true, now, now, 0);
        return unhashed.withPasswordHash(hashing.hash("password", wanted.password()), now);
    }

    /** Throws if somebody has this name. Those who administer wait for each other, so nobody can take it meanwhile. */
    static void requireFree(Repositories from, Username username) {
        if (from.users().named(username).isPresent()) {
            throw new Refusal.WrongState("user.username_taken", "Another user has this name.");
        }
    }

    /**
     * Changes what is named and keeps the rest; the user's next request does with it.
     *
     * @throws Refusal.WrongState {@code user.last_administrator}
     */
    public Committed<User> change(Caller caller, Id<User> id, UserChanges changes, @Nullable Long ifVersion) {
        return changing(caller, id, ifVersion, "user.changed", (to, user) -> {
            Instant now = foundation.now();
            User changed = user.withProfile(
                            changes.displayName().from(user.displayName()),
                            changes.email().from(user.email()),
                            now)
                    .withRole(Role.name("role", changes.role().required("role", user.role())), now);
            if (!changed.role().equals(user.role())) {
                Administration.requireNotAbove(to, caller, user);
                Administration.requireHeld(caller, existing(to, changed.role()).permissions());
            }
            return changed;
        });
    }

    /** Gives the user a new password and ends all their sessions. */
    public Committed<User> setPassword(Caller caller, Id<User> id, String password, @Nullable Long ifVersion) {
        caller.require(Permission.USER_MANAGE);
        String hash = hashing.hash("new_password", password);
        return administration.change(to -> {
            User user = find(to, id);
            Refusal.Stale.unless(ifVersion, user.version());
            Administration.requireNotAbove(to, caller, user);
            OwnSessions.endAll(to, id);
            User changed = to.users().replace(user.withPasswordHash(hash, foundation.now()));
            audit.record(to, caller, "user.password_set", Audit.user(user), Changes.NONE.masked("password"));
            return changed;
        });
    }

    /** Lets the user sign in again. An active one stays as it is. */
    public Committed<User> activate(Caller caller, Id<User> id, @Nullable Long ifVersion) {
        return changing(caller, id, ifVersion, ACTIVATED, (to, user) -> {
            Administration.requireNotAbove(to, caller, user);
            return user.withActive(true, foundation.now());
        });
    }

    /**
     * Ends all of the user's sessions and lets them start none. An inactive one stays as it is.
     *
     * @throws Refusal.WrongState {@code user.last_administrator}
     */
    public Committed<User> deactivate(Caller caller, Id<User> id, @Nullable Long ifVersion) {
        return changing(caller, id, ifVersion, DEACTIVATED, (to, user) -> {
            Administration.requireNotAbove(to, caller, user);
            OwnSessions.endAll(to, id);
            return user.withActive(false, foundation.now());
        });
    }

    /**
     * Removes the user with their sessions, tokens, credentials and memberships.
     *
     * @throws Refusal.WrongState {@code user.owns_projects}, {@code user.last_administrator}, or {@code user.in_use} if
     *     something else cannot be without them
     */
    public Committed<Id<User>> remove(Caller caller, Id<User> id, @Nullable Long ifVersion) {
        caller.require(Permission.USER_MANAGE);
        try {
            return administration.change(to -> {
                User user = find(to, id);
                Refusal.Stale.unless(ifVersion, user.version());
                Administration.requireNotAbove(to, caller, user);
                if (to.projects().anyOwnedBy(id)) {
                    throw new Refusal.WrongState(
                            "user.owns_projects", "The user owns projects; transfer or delete those first.");
                }
                boolean administered = Administration.administers(to, user);
                to.users().remove(id);
                audit.record(to, caller, "user.removed", Audit.user(user), differences(user, null));
                if (administered) {
                    Administration.requireAdministrator(to);
                }
                return id;
            });
        } catch (Conflict e) {
            throw e.rule().equals(Conflict.REFERENCE)
                    ? new Refusal.WrongState("user.in_use", "Something that must stay belongs to this user.")
                    : e;
        }
    }

    private Committed<User> changing(
            Caller caller,
            Id<User> id,
            @Nullable Long ifVersion,
            String action,
            BiFunction<Repositories, User, User> change) {
        caller.require(Permission.USER_MANAGE);
        return administration.change(to -> {
            User user = find(to, id);
            Refusal.Stale.unless(ifVersion, user.version());
            boolean administered = Administration.administers(to, user);
            User wanted = change.apply(to, user);
            Changes changes = differences(user, wanted);
            if (changes.none()) {
                return user;
            }
            User changed = to.users().replace(wanted);
            audit.record(to, caller, action, Audit.user(user), changes);
            if (administered) {
                Administration.requireAdministrator(to);
            }
            return changed;
        });
    }

    static Changes differences(@Nullable User old, @Nullable User fresh) {
        return Changes.NONE
                .text(
                        "username",
                        old == null ? null : old.username().value(),
                        fresh == null ? null : fresh.username().value())
                .text(
                        "display_name",
                        old == null ? null : old.displayName(),
                        fresh == null ? null : fresh.displayName())
                .text("email", old == null ? null : old.email(), fresh == null ? null : fresh.email())
                .text("role", old == null ? null : old.role(), fresh == null ? null : fresh.role())
                .flag("active", old == null ? null : old.active(), fresh == null ? null : fresh.active());
    }

    static Role existing(Repositories from, String role) {
        return from.roles().find(role).orElseThrow(() -> new InvalidValue("role", "must name a role that is there"));
    }

    private static User find(Repositories from, Id<User> id) {
        return from.users().find(id).orElseThrow(UserAdministration::notFound);
    }

    /** Empty for what can be nobody's name. */
    private static Optional<Username> username(String text) {
        try {
            return Optional.of(new Username(text));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static Refusal notFound() {
        return new Refusal.NotFound("user.not_found", "There is no such user.");
    }
}
