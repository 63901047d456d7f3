package dev.atlas.application.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What whoever holds a credential may do at this moment. An answer is good for less than a second from when it was asked
 * for, however long the store takes, so a revocation is felt within that time on every node; on the node that wrote it, at once, because every write of users, roles, sessions
 * and tokens calls {@link #forget}. Source: decision on revocation.
 */
final class Standings {

    /** What a request is signed in with. */
    sealed interface Credential {
        record OfSession(Id<User> user, Id<Session> session) implements Credential {}

        record OfToken(String hash) implements Credential {}
    }

    /** An active user who is signed in. */
    record Standing(
            User user,
            Set<Permission> permissions,
            @Nullable Id<Session> session,
            @Nullable PersonalToken token) {

        Standing {
            permissions = Set.copyOf(permissions);
        }

        boolean expired(Instant now) {
            return token != null && token.expired(now);
        }
    }

    /** Leaves time to read within the second that is promised. */
    private static final Duration GOOD_FOR = Duration.ofMillis(800);

    private static final int REMEMBERED = 20_000;

    private final Foundation foundation;
    private final Cache<Credential, CompletableFuture<Optional<Standing>>> known;

    Standings(Foundation foundation, Ticker ticker) {
        this.foundation = foundation;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(GOOD_FOR)
                .ticker(ticker)
                .build();
    }

    /** Empty if the credential is revoked, or its user gone or inactive. */
    CompletableFuture<Optional<Standing>> of(Credential credential) {
        CompletableFuture<Optional<Standing>> answer = known.get(credential, this::ask);
        if (answer.isCompletedExceptionally()) {
            known.asMap().remove(credential, answer);
            return known.get(credential, this::ask);
        }
        return answer;
    }

    /** Everything is read anew from now on, also by those who are reading at this moment. */
    void forget() {
        known.invalidateAll();
    }

    private CompletableFuture<Optional<Standing>> ask(Credential credential) {
        return foundation.storage().readAsync(from -> read(from, credential));
    }

    private static Optional<Standing> read(Repositories from, Credential credential) {
        return switch (credential) {
            case Credential.OfSession(Id<User> user, Id<Session> session) ->
                from.sessions()
                        .find(session)
                        .filter(found -> found.userId().equals(user))
                        .flatMap(found -> ActiveUsers.find(from, user))
                        .map(found -> new Standing(found, ActiveUsers.permissions(from, found), session, null));
            case Credential.OfToken(String hash) ->
                from.personalTokens().hashed(hash).flatMap(token -> ActiveUsers.find(from, token.userId())
                        .map(owner -> new Standing(
                                owner, both(ActiveUsers.permissions(from, owner), token.scopes()), null, token)));
        };
    }

    private static Set<Permission> both(Set<Permission> some, Set<Permission> others) {
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        some.stream().filter(others::contains).forEach(both::add);
        return both;
    }
}
