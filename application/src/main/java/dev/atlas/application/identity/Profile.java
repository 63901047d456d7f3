package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What users see and change of themselves. */
public final class Profile {

    private final Foundation foundation;
    private final Administration administration;
    private final SignIn signIn;
    private final PasswordHashing hashing;
    private final Audit audit;

    Profile(Foundation foundation, Administration administration, SignIn signIn, PasswordHashing hashing, Audit audit) {
        this.foundation = foundation;
        this.administration = administration;
        this.signIn = signIn;
        this.hashing = hashing;
        this.audit = audit;
    }

    public CompletableFuture<User> get(Caller caller) {
        return foundation.storage().readAsync(from -> self(from, caller));
    }

    public Committed<User> change(
            Caller caller, Change<String> displayName, Change<String> email, @Nullable Long ifVersion) {
        return administration.change(to -> {
            User user = self(to, caller);
            Refusal.Stale.unless(ifVersion, user.version());
            User wanted =
                    user.withProfile(displayName.from(user.displayName()), email.from(user.email()), foundation.now());
            Changes changes = UserAdministration.differences(user, wanted);
            if (changes.none()) {
                return user;
            }
            audit.record(to, caller, "user.changed", Audit.user(user), changes);
            return to.users().replace(wanted);
        });
    }

    /**
     * Sets another password and ends all of the user's sessions, this one too. Needs a sign-in, not a personal token.
     *
     * @throws Refusal.WrongState {@code password.wrong} if {@code current} is not the password
     * @throws Refusal.TooMany after too many wrong ones
     */
    public Committed<User> changePassword(Caller caller, String current, String wanted) {
        OwnSessions.of(caller);
        PasswordHashing.requireAcceptable("new_password", wanted);
        try {
            signIn.requireOwnPassword(caller, current);
        } catch (Refusal.NotSignedIn e) {
            throw new Refusal.WrongState("password.wrong", "The current password is wrong.");
        }
        String hash = hashing.hash("new_password", wanted);
        return administration.change(to -> {
            User user = self(to, caller);
            OwnSessions.endAll(to, user.id());
            audit.record(to, caller, "user.password_changed", Audit.user(user), Changes.NONE.masked("password"));
            return to.users().replace(user.withPasswordHash(hash, foundation.now()));
        });
    }

    private static User self(Repositories from, Caller caller) {
        return from.users()
                .find(caller.user())
                .orElseThrow(() -> new Refusal.NotSignedIn("auth.token_invalid", "You are no longer a user."));
    }
}
