package dev.atlas.domain.followers;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who keeps up with the {@linkplain dev.atlas.domain.storage.ChangeFeed change feed} of a store, such as a mirror.
 * Changes behind its position are kept for it, within the bounds of {@link dev.atlas.domain.storage.ChangesKept}, as long
 * as it is heard of. One that has fallen behind those bounds is answered
 * {@link dev.atlas.domain.storage.Changes.Trimmed} by the feed.
 *
 * @param name 1 to 100 characters, the follower's own
 * @param position up to which it has taken everything over
 * @param heardAt when it said so, by the clock of the node it runs on
 */
public record Follower(String name, Position position, Instant heardAt, long version) {

    /**
     * A follower that was not heard of for so long counts no more. Longer than any restart, and long enough for clocks that
     * differ by minutes not to matter.
     */
    public static final Duration LEASE = Duration.ofDays(1);

    private static final int LONGEST_NAME = 100;

    public Follower {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidValue("name", "must have 1 to 100 characters");
        }
        heardAt = Instants.micros("heard_at", heardAt);
    }

    /** One that begins at this position. */
    public static Follower beginning(String name, Position position, Instant now) {
        return new Follower(name, position, now, 0);
    }

    /** The same follower, which has got on to {@code reached}, or has just been heard of. */
    public static Follower reaching(Follower follower, Position reached, Instant now) {
        return new Follower(follower.name, reached, now, follower.version);
    }

    /** False if it was not heard of for {@link #LEASE}. */
    public boolean counts(Instant now) {
        return heardAt.plus(LEASE).isAfter(now);
    }
}
