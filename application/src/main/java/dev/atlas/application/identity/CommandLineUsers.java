package dev.atlas.application.identity;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Users, for those who may run commands on the machine: they are asked for no permission and no password, and the audit
 * trail names the command line. The last administrator stays all the same.
 */
public final class CommandLineUsers {

    private final Administration administration;
    private final PasswordHashing hashing;
    private final Audit audit;

    CommandLineUsers(Administration administration, PasswordHashing hashing, Audit audit) {
        this.administration = administration;
        this.hashing = hashing;
        this.audit = audit;
    }

    /** Over a store of which nothing encrypted is read or written, so that no key is needed. */
    public static CommandLineUsers over(Foundation foundation) {
        Standings standings = new Standings(foundation, Ticker.systemTicker());
        return new CommandLineUsers(
                new Administration(foundation, standings), new PasswordHashing(), new Audit(foundation));
    }

    /** Everybody, newest first. */
    public List<User> all(boolean includeInactive) {
        List<User> all = new ArrayList<>();
        administration.foundation().storage().read(from -> {
            all.clear();
            Cursor after = null;
            do {
                Slice<User> some = from.users().list(new Page(Page.MAX_LIMIT, after), includeInactive);
                all.addAll(some.items());
                after = some.next();
            } while (after != null);
            return all.size();
        });
        return all;
    }

    /**
     * The user of this name.
     *
     * @throws Refusal.NotFound {@code user.not_found}
     */
    public User named(Username username) {
        return administration.foundation().storage().read(from -> find(from, username));
    }

    /**
     * Adds an active user.
     *
     * @throws Refusal.WrongState {@code user.username_taken}
     */
    public User create(NewUser wanted) {
        User user = UserAdministration.newUser(administration.foundation(), hashing, wanted);
        Committed<User> created = administration.change(to -> {
            UserAdministration.requireFree(to, user.username());
            UserAdministration.existing(to, user.role());
            User added = to.users().add(user);
            record(to, UserAdministration.CREATED, added, UserAdministration.differences(null, added));
            return added;
        });
        return created.value();
    }

    /**
     * Sets the password, ends all sessions of the user and forgets their failed sign-ins.
     *
     * @throws Refusal.NotFound {@code user.not_found}
     */
    public User resetPassword(Username username, String password) {
        String hash = hashing.hash("password", password);
        Committed<User> changed = administration.change(to -> {
            User user = find(to, username);
            OwnSessions.endAll(to, user.id());
            to.signInAttempts().remove(FailedSignIns.account(username));
            record(to, "user.password_set", user, Changes.NONE.masked("password"));
            return to.users()
                    .replace(user.withPasswordHash(
                            hash, administration.foundation().now()));
        });
        return changed.value();
    }

    /** Lets the user sign in again. An active one stays as it is. */
    public User activate(Username username) {
        return change(
                username,
                UserAdministration.ACTIVATED,
                user -> user.withActive(true, administration.foundation().now()));
    }

    /**
     * Ends all of the user's sessions and lets them start none. An inactive one stays as it is.
     *
     * @throws Refusal.WrongState {@code user.last_administrator}
     */
    public User deactivate(Username username) {
        return change(
                username,
                UserAdministration.DEACTIVATED,
                user -> user.withActive(false, administration.foundation().now()));
    }

    private User change(Username username, String action, UnaryOperator<User> change) {
        Committed<User> changed = administration.change(to -> {
            User user = find(to, username);
            User wanted = change.apply(user);
            if (wanted.active() == user.active()) {
                return user;
            }
            boolean administered = Administration.administers(to, user);
            OwnSessions.endAll(to, user.id());
            User stored = to.users().replace(wanted);
            record(to, action, user, UserAdministration.differences(user, stored));
            if (administered) {
                Administration.requireAdministrator(to);
            }
            return stored;
        });
        return changed.value();
    }

    private void record(Repositories to, String action, User user, Changes changes) {
        audit.record(to, Caller.commandLine(), action, Audit.user(user), changes);
    }

    private static User find(Repositories from, Username username) {
        return from.users()
                .named(username)
                .orElseThrow(() -> new Refusal.NotFound("user.not_found", "There is no user of this name."));
    }
}
