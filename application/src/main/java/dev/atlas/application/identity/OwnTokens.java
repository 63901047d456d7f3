package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.storage.Committed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The caller's personal tokens. They are made in a sign-in only, so that none outlives its expiry by renewing itself. */
public final class OwnTokens {

    /** How long a token is good that nobody set an end for. */
    static final Duration DEFAULT_LIFE = Duration.ofDays(90);

    /** The longest life of a token. */
    static final Duration LONGEST_LIFE = Duration.ofDays(366);

    /** A token just made; {@code text} is shown this once and kept nowhere. */
    public record Made(PersonalToken token, String text) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Made[" + token + "]";
        }
    }

    private final Foundation foundation;
    private final Standings standings;
    private final Audit audit;
    private final SecureRandom random;

    OwnTokens(Foundation foundation, Standings standings, Audit audit, SecureRandom random) {
        this.foundation = foundation;
        this.standings = standings;
        this.audit = audit;
        this.random = random;
    }

    /** Newest first, expired ones included. */
    public CompletableFuture<Slice<PersonalToken>> list(Caller caller, Page page) {
        return foundation.storage().readAsync(from -> from.personalTokens().ofUser(caller.user(), page));
    }

    /**
     * The caller's token of this id.
     *
     * @throws Refusal.NotFound {@code personal_token.not_found}, also for those of others
     */
    public CompletableFuture<PersonalToken> get(Caller caller, Id<PersonalToken> id) {
        return foundation.storage().readAsync(from -> from.personalTokens()
                .find(id)
                .filter(token -> token.userId().equals(caller.user()))
                .orElseThrow(OwnTokens::notFound));
    }

    /**
     * Makes one.
     *
     * @param scopes at least one, none that the caller does not have
     * @param expiresAt in the future and at most 366 days away; absent is 90 days
     * @throws Refusal.NotAllowed {@code permission.not_held}, or {@code session.required}
     */
    public Committed<Made> create(Caller caller, String label, Set<Permission> scopes, @Nullable Instant expiresAt) {
        OwnSessions.of(caller);
        if (scopes.isEmpty()) {
            throw new InvalidValue("scopes", "must name at least one permission");
        }
        Instant now = foundation.now();
        Instant expiry = expiresAt == null ? now.plus(DEFAULT_LIFE) : expiresAt;
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST_LIFE))) {
            throw new InvalidValue(
                    "expires_at", "must be in the future, at most " + LONGEST_LIFE.toDays() + " days away");
        }
        String text = PersonalTokenText.make(random);
        PersonalToken token = new PersonalToken(
                foundation.ids().next(), caller.user(), label, Digests.of(text), scopes, now, expiry, null, 0);
        Administration.requireHeld(caller, token.scopes());
        return foundation.storage().write(to -> {
            PersonalToken added = to.personalTokens().add(token);
            Changes changes = Changes.NONE.text("label", null, added.label()).instant("expires_at", null, expiry);
            audit.record(to, caller, "token.created", resource(added.id()), changes);
            return new Made(added, text);
        });
    }

    /**
     * Revokes one; it is good no longer.
     *
     * @throws Refusal.NotFound {@code personal_token.not_found}, also for those of others
     */
    public Committed<Id<PersonalToken>> revoke(Caller caller, Id<PersonalToken> id) {
        try {
            return foundation.storage().write(to -> {
                PersonalToken token = to.personalTokens()
                        .find(id)
                        .filter(found -> found.userId().equals(caller.user()))
                        .orElseThrow(OwnTokens::notFound);
                to.personalTokens().remove(id);
                Changes changes = Changes.NONE.text("label", token.label(), null);
                audit.record(to, caller, "token.revoked", resource(id), changes);
                return id;
            });
        } finally {
            standings.forget();
        }
    }

    private static Resource resource(Id<PersonalToken> id) {
        return new Resource("personal_token", id.toString());
    }

    private static Refusal notFound() {
        return new Refusal.NotFound("personal_token.not_found", "There is no such personal token.");
    }
}
