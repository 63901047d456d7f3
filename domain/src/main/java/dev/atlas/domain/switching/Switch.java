package dev.atlas.domain.switching;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One switch of the primary, as the journal of a store tells it. The store that was the primary before says by it who is
 * the primary now, or whether that is still to be decided; the other one keeps it as history.
 *
 * @param epoch the one that begins with it
 * @param from the primary before
 * @param to its mirror, the primary after it
 * @param followFrom where in the feed of {@code to} the former primary goes on; null until it is handed over
 */
public record Switch(
        Id<Switch> id,
        long epoch,
        Id<Storage> from,
        Id<Storage> to,
        State state,
        @Nullable Position followFrom,
        Instant begunAt,
        Instant updatedAt,
        long version) {

    /** How far a switch is. */
    public enum State {
        /** The primary takes no writes, and the mirror takes over what it still lacks. May be cancelled. */
        DRAINING,
        /** The point of no return is behind it: the mirror becomes the primary as soon as it can be reached. */
        HANDED_OVER,
        /** The mirror is the primary. */
        COMPLETED,
        /** The primary stayed what it was. */
        CANCELLED,
        /** The primary was lost, and its mirror became the primary without what it had not taken over. */
        FORCED;

        /** True if nothing is left to be done. */
        public boolean isFinal() {
            return this == COMPLETED || this == CANCELLED || this == FORCED;
        }
    }

    public Switch {
        begunAt = Instants.micros("begun_at", begunAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** The term in which a store serves that was switched to. */
    public Term serving() {
        return new Term(epoch, Role.PRIMARY);
    }

    /** The term of a mirror that is to be switched to. */
    public Term mirroring() {
        return new Term(epoch - 1, Role.MIRROR);
    }

    /** One that begins now. */
    public static Switch draining(Id<Switch> id, long epoch, Id<Storage> from, Id<Storage> to, Instant now) {
        return new Switch(id, epoch, from, to, State.DRAINING, null, now, now, 0);
    }

    /** The same switch after its mirror has reached the end of the primary's feed. */
    public static Switch handedOver(Switch draining, Position followFrom, Instant now) {
        return moved(draining, State.HANDED_OVER, followFrom, now);
    }

    /** The same switch, done. */
    public static Switch completed(Switch handedOver, Instant now) {
        return moved(handedOver, State.COMPLETED, handedOver.followFrom, now);
    }

    /** The same switch, given up. */
    public static Switch cancelled(Switch draining, Instant now) {
        return moved(draining, State.CANCELLED, null, now);
    }

    /** One that is done at once, because {@code from} is lost. */
    public static Switch forced(Id<Switch> id, long epoch, Id<Storage> from, Id<Storage> to, Instant now) {
        return new Switch(id, epoch, from, to, State.FORCED, null, now, now, 0);
    }

    private static Switch moved(Switch before, State state, @Nullable Position followFrom, Instant now) {
        return new Switch(
                before.id,
                before.epoch,
                before.from,
                before.to,
                state,
                followFrom,
                before.begunAt,
                now,
                before.version);
    }
}
