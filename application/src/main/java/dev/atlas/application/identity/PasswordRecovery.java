package dev.atlas.application.identity;

import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Committed;

/** Gives a user another password without asking for theirs: for those who may run commands on the machine. */
public final class PasswordRecovery {

    private final Administration administration;
    private final PasswordHashing hashing;
    private final Audit audit;

    PasswordRecovery(Administration administration, PasswordHashing hashing, Audit audit) {
        this.administration = administration;
        this.hashing = hashing;
        this.audit = audit;
    }

    /**
     * Sets the password, ends all sessions of the user and forgets their failed sign-ins.
     *
     * @throws Refusal.NotFound {@code user.not_found}
     */
    public Committed<User> reset(Username username, String password) {
        String hash = hashing.hash("password", password);
        return administration.change(to -> {
            User user = to.users()
                    .named(username)
                    .orElseThrow(() -> new Refusal.NotFound("user.not_found", "There is no user of this name."));
            OwnSessions.endAll(to, user.id());
            to.signInAttempts().remove(FailedSignIns.account(username));
            audit.recordOnCommandLine(to, "user.password_set", Audit.user(user), Changes.NONE.masked("password"));
            return to.users()
                    .replace(user.withPasswordHash(
                            hash, administration.foundation().now()));
        });
    }
}
