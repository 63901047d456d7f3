package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in and the family of refresh tokens that came of it, of which only the newest is good. A session that is not
 * there has ended.
 *
 * @param tokenHash of the newest refresh token; the token itself is kept nowhere
 * @param previousHash of the token it was exchanged for; absent before the first exchange
 * @param address from where it was used last, at most 64 code points
 * @param agent what the client called itself, at most 512 code points
 * @param usedAt of the sign-in or the last exchange
 */
public record Session(
        Id<Session> id,
        Id<User> userId,
        String tokenHash,
        @Nullable String previousHash,
        @Nullable String address,
        @Nullable String agent,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt,
        long version) {

    public Session {
        address = Text.storableOrNull("address", address, 64);
        agent = Text.storableOrNull("agent", agent, 512);
        createdAt = Instants.micros("created_at", createdAt);
        usedAt = Instants.micros("used_at", usedAt);
        expiresAt = Instants.micros("expires_at", expiresAt);
        if (tokenHash.equals(previousHash)) {
            throw new InvalidValue("token_hash", "must differ from the one before");
        }
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /**
     * True if the token before the newest is good again: its answer was lost, and the same client asks once
     * more. A clock that was set back does not make the grace longer.
     */
    public boolean repeats(
            String hash, @Nullable String fromAddress, @Nullable String byAgent, Instant now, Duration grace) {
        return hash.equals(previousHash)
                && !now.isAfter(usedAt.plus(grace))
                && !now.isBefore(usedAt.minus(grace))
                && Objects.equals(address, fromAddress)
                && Objects.equals(agent, byAgent);
    }

    /** The session after its newest token was exchanged for the one with {@code hash}. */
    public Session exchanged(
            String hash, @Nullable String fromAddress, @Nullable String byAgent, Instant now, Instant expiry) {
        return new Session(id, userId, hash, tokenHash, fromAddress, byAgent, createdAt, now, expiry, version);
    }

    /** Leaves the hashes out. */
    @Override
    public String toString() {
        return "Session[" + id + " of " + userId + "]";
    }
}
