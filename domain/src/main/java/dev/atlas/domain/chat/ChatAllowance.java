package dev.atlas.domain.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What one user has asked of models within one minute.
 *
 * @param minute when it begins
 * @param tokens of questions and answers that ended within it
 */
public record ChatAllowance(Id<User> user, Instant minute, long requests, long tokens, long version) {

    public ChatAllowance {
        minute = Instants.micros("minute", minute);
    }

    /** Nothing asked so far. */
    public static ChatAllowance unused(Id<User> user, Instant now) {
        return new ChatAllowance(user, minute(now), 0, 0, 0);
    }

    /** This one, or an unused one if it is of another minute, be it because a clock was set back. */
    public ChatAllowance at(Instant now) {
        return minute.equals(minute(now)) ? this : new ChatAllowance(user, minute(now), 0, 0, version);
    }

    public ChatAllowance withRequest() {
        return new ChatAllowance(user, minute, requests + 1, tokens, version);
    }

    public ChatAllowance withTokens(long more) {
        return new ChatAllowance(user, minute, requests, tokens + more, version);
    }

    private static Instant minute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES);
    }
}
