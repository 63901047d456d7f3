package dev.atlas.application.mirror;

import dev.atlas.domain.Instants;
import dev.atlas.domain.followers.Follower;
import dev.atlas.domain.followers.Followers;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to mirror a primary, kept in it: one process has it at a time, and what it has not taken over yet is kept for it.
 * Each renewal raises a version, so that one who lost it finds out. For one thread.
 */
final class Followership {

    /** After which one who is not heard of has lost it. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final String NAME = "mirror";

    private final Storage primary;
    private final Clock clock;
    private @Nullable Follower held;

    Followership(Storage primary, Clock clock) {
        this.primary = primary;
        this.clock = clock;
    }

    /**
     * Takes it, or renews it. False if somebody else has it.
     *
     * @param position up to where the mirror has taken everything over; null while that is not known
     */
    boolean hold(@Nullable Position position) {
        Instant now = now();
        Follower mine = held;
        Position start = position == null && mine == null ? primary.changes().position() : position;
        try {
            held = primary.write(repositories -> {
                        Followers followers = repositories.followers();
                        Optional<Follower> found = followers.find(NAME);
                        if (found.isEmpty()) {
                            return start == null
                                    ? Optional.<Follower>empty()
                                    : Optional.of(followers.add(Follower.beginning(NAME, start, now)));
                        }
                        return found.filter(present -> mayTake(present, mine, now))
                                .map(present -> Follower.reaching(
                                        present, position == null ? present.position() : position, now))
                                .map(followers::replace);
                    })
                    .value()
                    .orElse(null);
        } catch (StorageException.Conflict e) {
            held = null;
        }
        return held != null;
    }

    private static boolean mayTake(Follower present, @Nullable Follower mine, Instant now) {
        boolean ours = mine != null && mine.version() == present.version();
        return ours || !present.heardAt().plus(LEASE).isAfter(now);
    }

    /** Gives it back: nothing is kept for the mirror any more. */
    void end() {
        primary.write(repositories -> repositories.followers().remove(NAME));
        held = null;
    }

    /** Lets somebody else have it at once; what the mirror has not taken over yet is kept. */
    void pass() {
        Follower mine = held;
        if (mine != null) {
            Instant over = now().minus(LEASE);
            primary.write(
                    repositories -> repositories.followers().replace(Follower.reaching(mine, mine.position(), over)));
            held = null;
        }
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
