package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exchanges a refresh token for new tokens. Each is good once: one that comes a second time was stolen, or its successor
 * was, so the session ends. Only the client that lost the answer may repeat itself for a moment, and gets the same one.
 */
public final class SessionRenewal {

    /** How long a session lasts after its last exchange. Source: decision on tokens. */
    static final Duration LIFE = Duration.ofDays(30);

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** What became of the session; kept even where the request is refused. */
    private sealed interface Outcome {
        record Renewed(Session session, RefreshToken refresh) implements Outcome {}

        record Refused() implements Outcome {}
    }

    private final Foundation foundation;
    private final SigningKeyring keys;
    private final AccessTokens accessTokens;
    private final Standings standings;
    private final Audit audit;

    SessionRenewal(
            Foundation foundation, SigningKeyring keys, AccessTokens accessTokens, Standings standings, Audit audit) {
        this.foundation = foundation;
        this.keys = keys;
        this.accessTokens = accessTokens;
        this.standings = standings;
        this.audit = audit;
    }

    /**
     * The tokens that follow this one.
     *
     * @throws Refusal.NotSignedIn {@code auth.refresh_invalid}; the session has ended then
     */
    public Committed<Tokens> renew(String refreshToken, Caller.Origin origin) {
        RefreshToken token = RefreshToken.parse(refreshToken).orElseThrow(SessionRenewal::refused);
        Committed<Outcome> done = foundation.storage().write(to -> exchange(to, token, origin));
        return switch (done.value()) {
            case Outcome.Renewed(Session session, RefreshToken next) -> {
                String access = accessTokens.issue(session.userId(), session.id());
                yield new Committed<>(new Tokens(access, AccessTokens.LIFE, next.text()), done.position());
            }
            case Outcome.Refused() -> {
                standings.forget();
                throw refused();
            }
        };
    }

    private Outcome exchange(Repositories to, RefreshToken token, Caller.Origin origin) {
        Instant now = foundation.now();
        Optional<Session> found = to.sessions().find(token.session());
        Optional<User> user =
                found.flatMap(session -> to.users().find(session.userId())).filter(User::active);
        if (found.isEmpty() || user.isEmpty() || found.get().expired(now)) {
            to.sessions().remove(token.session());
            return new Outcome.Refused();
        }
        Session session = found.get();
        String hash = token.hash();
        if (hash.equals(session.tokenHash())) {
            RefreshToken next = token.next(keys.newest().secret());
            Session exchanged = session.exchanged(next.hash(), origin.address(), origin.agent(), now, now.plus(LIFE));
            return new Outcome.Renewed(to.sessions().replace(exchanged), next);
        }
        Optional<RefreshToken> repeated = session.repeats(hash, origin.address(), origin.agent(), now, GRACE)
                ? successor(token, session)
                : Optional.empty();
        if (repeated.isPresent()) {
            return new Outcome.Renewed(session, repeated.get());
        }
        to.sessions().remove(session.id());
        audit.recordOf(to, user.get(), "session.token_reused", session.id(), origin);
        return new Outcome.Refused();
    }

    /** The token that was answered before, whichever key it was computed with. */
    private Optional<RefreshToken> successor(RefreshToken token, Session session) {
        return keys.all().stream()
                .map(key -> token.next(key.secret()))
                .filter(next -> next.hash().equals(session.tokenHash()))
                .findFirst();
    }

    private static Refusal refused() {
        return new Refusal.NotSignedIn(
                "auth.refresh_invalid", "The refresh token is unknown, expired or used already.");
    }
}
