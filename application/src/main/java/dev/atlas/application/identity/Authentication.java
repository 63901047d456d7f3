package dev.atlas.application.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Standings.Credential;
import dev.atlas.application.identity.Standings.Standing;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who sends a request. Never blocks, and normally asks no store. */
public final class Authentication {

    private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final Foundation foundation;
    private final AccessTokens accessTokens;
    private final Standings standings;
    private final Executor background;
    private final Cache<Id<PersonalToken>, Instant> noted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(BETWEEN_NOTES)
            .build();

    /** {@code background} runs what may wait for the store. */
    Authentication(Foundation foundation, AccessTokens accessTokens, Standings standings, Executor background) {
        this.foundation = foundation;
        this.accessTokens = accessTokens;
        this.standings = standings;
        this.background = background;
    }

    /**
     * Who sends this bearer token: an access token or a personal one, nothing else.
     *
     * @return fails with {@link Refusal.NotSignedIn}, the same for whatever is wrong with it, or with what went wrong in
     *     the store
     */
    public CompletableFuture<Caller> authenticate(String bearer, Caller.Origin origin) {
        Optional<Credential> credential = PersonalTokenText.looksLikeOne(bearer)
                ? Optional.of(new Credential.OfToken(Digests.of(bearer)))
                : accessTokens.check(bearer).map(claims -> new Credential.OfSession(claims.user(), claims.session()));
        return credential
                .map(known -> standings.of(known).thenApply(standing -> caller(standing, origin)))
                .orElseGet(() -> CompletableFuture.failedFuture(notSignedIn()));
    }

    private Caller caller(Optional<Standing> found, Caller.Origin origin) {
        Instant now = foundation.now();
        Standing standing = found.filter(known -> !known.expired(now)).orElseThrow(Authentication::notSignedIn);
        PersonalToken token = standing.token();
        if (token != null) {
            noteUse(token, now);
        }
        return new Caller(
                standing.user().id(),
                standing.user().username().value(),
                standing.permissions(),
                standing.session(),
                origin);
    }

    /** The time of the last use is kept to the minute, so that using a token does not write at every request. */
    private void noteUse(PersonalToken token, Instant now) {
        if (outdated(token, now) && noted.asMap().putIfAbsent(token.id(), now) == null) {
            background.execute(() -> writeUse(token.id(), now));
        }
    }

    private void writeUse(Id<PersonalToken> id, Instant now) {
        try {
            foundation.storage().write(to -> {
                Optional<PersonalToken> current = to.personalTokens().find(id).filter(token -> outdated(token, now));
                current.ifPresent(token -> to.personalTokens().replace(used(token, now)));
                return current.isPresent();
            });
        } catch (StorageException e) {
            LOG.warn("It could not be noted that personal token {} was used", id, e);
        }
    }

    private static PersonalToken used(PersonalToken token, Instant now) {
        return new PersonalToken(
                token.id(),
                token.userId(),
                token.label(),
                token.hash(),
                token.scopes(),
                token.createdAt(),
                token.expiresAt(),
                now,
                token.version());
    }

    private static boolean outdated(PersonalToken token, Instant now) {
        Instant used = token.usedAt();
        return used == null || Duration.between(used, now).abs().compareTo(BETWEEN_NOTES) >= 0;
    }

    private static Refusal notSignedIn() {
        return new Refusal.NotSignedIn("auth.token_invalid", "The access token is missing, expired or revoked.");
    }
}
