package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.identity.User;
import java.time.Duration;
import java.time.Instant;

/**
 * What a user tells a bot to prove who they are. It is spent with its first use, and worthless once it was guessed at too often.
 *
 * @param digest keyed, of the digits; they themselves are kept nowhere
 * @param misses wrong codes that anybody on the platform has tried since it was made
 */
public record LinkCode(
        Id<LinkCode> id,
        Id<User> userId,
        BotPlatform platform,
        String digest,
        long misses,
        Instant createdAt,
        Instant expiresAt,
        long version) {

    /** How long it can be used. Source: reference on bots, linking an account. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** With a million codes, whoever guesses this often finds one with a chance of one in 40,000. */
    public static final long MOST_MISSES = 25;

    public LinkCode {
        createdAt = Instants.micros("created_at", createdAt);
        expiresAt = Instants.micros("expires_at", expiresAt);
    }

    /** True if it can be used at this time; also after a clock was set back, for no longer than it lives. */
    public boolean usable(Instant now) {
        return now.isBefore(expiresAt) && !now.isBefore(createdAt.minus(LIFE)) && misses < MOST_MISSES;
    }

    /** This code after one more wrong one was tried. */
    public LinkCode missed() {
        return new LinkCode(id, userId, platform, digest, misses + 1, createdAt, expiresAt, version);
    }
}
