package dev.atlas.application.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens while data moves. */
public sealed interface MovingEvent {

    /** Something the owner should know before going on. */
    record Warned(String message) implements MovingEvent {}

    /** A phase begins: {@code total} records are expected. */
    record Began(Phase phase, long total) implements MovingEvent {}

    /**
     * More records are done, durably where the phase writes.
     *
     * @param kind the one at hand
     * @param done of {@code total}, over all kinds
     * @param elapsed since the phase began
     */
    record Advanced(Phase phase, String kind, long done, long total, Duration elapsed) implements MovingEvent {

        /** How long the phase will take if it goes on at its average speed; null while that is unknown. */
        public @Nullable Duration remaining() {
            return done == 0
                    ? null
                    : elapsed.multipliedBy(Math.max(0, total - done)).dividedBy(done);
        }
    }

    /** What an earlier run had copied is used: {@code records} of them are there. */
    record Resumed(long records) implements MovingEvent {}

    /** What an earlier run had copied could not be brought to the present state and is being copied anew. */
    record StartedOver(String reason) implements MovingEvent {}

    /** The parts of a move. */
    enum Phase {
        CHECKING,
        COPYING,
        VERIFYING,
        EXPORTING
    }
}
