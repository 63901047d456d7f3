package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.PasswordHashing.Verdict;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a username and a password into a session and its first tokens. Blocks; hashing alone takes tens of milliseconds. */
public final class SignIn {

    private static final int RACES = 20;

    private static final int ENDED_AT_ONCE = 20;

    private final Foundation foundation;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final AccessTokens accessTokens;
    private final Audit audit;
    private final SecureRandom random;

    SignIn(
            Foundation foundation,
            PasswordHashing hashing,
            Throttle throttle,
            AccessTokens accessTokens,
            Audit audit,
            SecureRandom random) {
        this.foundation = foundation;
        this.hashing = hashing;
        this.throttle = throttle;
        this.accessTokens = accessTokens;
        this.audit = audit;
        this.random = random;
    }

    /**
     * Starts a session.
     *
     * @throws Refusal.NotSignedIn {@code sign_in.failed}, the same and after the same time whether there is no such user, the
     *     password is wrong, or the user is inactive
     * @throws Refusal.TooMany {@code sign_in.throttled} after too many failures, {@code sign_in.busy} when too many wait
     */
    public Committed<Tokens> signIn(String username, String password, Caller.Origin origin) {
        Username name = usernameOrNull(username);
        return hashing.onOwnThread(() -> {
            User user = requirePassword(name, password, origin);
            return start(user, origin);
        });
    }

    /** The user with this name and password, as just read, its hash brought up to date. Runs on a thread for hashing. */
    private User requirePassword(@Nullable Username name, String password, Caller.Origin origin) {
        Optional<User> found = foundation.storage().read(from -> {
            throttle.check(from, name, origin);
            return name == null ? Optional.empty() : from.users().named(name);
        });
        Verdict verdict = hashing.check(password, found.map(User::passwordHash).orElse(null));
        if (verdict == Verdict.WRONG || found.isEmpty() || !found.get().active()) {
            countFailure(name, found, origin, RACES);
            throw failed();
        }
        return verdict == Verdict.RIGHT_AND_OUTDATED ? rehashed(found.get(), password) : found.get();
    }

    /** Two failures at once may meet in one counter: the later one counts again, on what the other left. */
    private void countFailure(@Nullable Username name, Optional<User> found, Caller.Origin origin, int races) {
        try {
            foundation.storage().write(to -> {
                throttle.failed(to, name, origin);
                found.ifPresent(user -> audit.recordOf(to, user, "sign_in.failed", null, origin));
                return true;
            });
        } catch (StorageException.Conflict e) {
            if (races == 0) {
                throw e;
            }
            countFailure(name, found, origin, races - 1);
        }
    }

    /** Throws unless this is the caller's password; failures count as those of signing in do. */
    void requireOwnPassword(Caller caller, String password) {
        hashing.onOwnThread(() -> requirePassword(new Username(caller.username()), password, caller.origin()));
    }

    private User rehashed(User user, String password) {
        String fresh = hashing.hashNow(password);
        return foundation
                .storage()
                .write(to -> {
                    User current = unchanged(to, user);
                    return to.users().replace(current.withPasswordHash(fresh, foundation.now()));
                })
                .value();
    }

    private Committed<Tokens> start(User user, Caller.Origin origin) {
        Id<Session> id = foundation.ids().next();
        RefreshToken refresh = RefreshToken.first(id, random);
        Committed<Boolean> committed = foundation.storage().write(to -> {
            unchanged(to, user);
            throttle.succeeded(to, user.username());
            removeExpired(to);
            to.sessions().add(session(id, user, refresh, origin));
            audit.recordOf(to, user, "session.started", id, origin);
            return true;
        });
        Tokens tokens = new Tokens(accessTokens.issue(user.id(), id), AccessTokens.LIFE, refresh.text());
        return new Committed<>(tokens, committed.position());
    }

    private Session session(Id<Session> id, User user, RefreshToken refresh, Caller.Origin origin) {
        Instant now = foundation.now();
        return new Session(
                id,
                user.id(),
                refresh.hash(),
                null,
                origin.address(),
                origin.agent(),
                now,
                now,
                now.plus(SessionRenewal.LIFE),
                0);
    }

    /** The user of now, unless the password was changed or the user deactivated while it was checked. */
    private static User unchanged(Repositories from, User checked) {
        return from.users()
                .find(checked.id())
                .filter(user -> user.active() && Objects.equals(user.passwordHash(), checked.passwordHash()))
                .orElseThrow(SignIn::failed);
    }

    private void removeExpired(Repositories to) {
        for (Session expired : to.sessions().expiredBefore(foundation.now(), ENDED_AT_ONCE)) {
            to.sessions().remove(expired.id());
        }
    }

    /** Nobody has a name that breaks the rules for names, and that is not told. */
    private static @Nullable Username usernameOrNull(String username) {
        try {
            return new Username(username);
        } catch (InvalidValue e) {
            return null;
        }
    }

    private static Refusal failed() {
        return new Refusal.NotSignedIn("sign_in.failed", "The username or the password is wrong.");
    }
}
