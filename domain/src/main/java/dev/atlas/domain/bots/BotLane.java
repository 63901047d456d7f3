package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one sender says in one conversation, as long as some of it is not dealt with: one worker has it at a time, on whichever node,
 * and deals with it in order.
 *
 * @param worker who has it; absent while nobody does
 * @param renewals grows while its worker lives
 * @param failures how often in a row its first update could not be dealt with
 * @param dueAt when it is worth looking at, if nobody has it
 */
public record BotLane(
        Id<BotLane> id,
        BotPlatform platform,
        @Nullable UUID worker,
        long renewals,
        long failures,
        Instant dueAt,
        long version) {

    public BotLane {
        dueAt = Instants.micros("due_at", dueAt);
    }

    /** One in which something has just come. */
    public static BotLane of(BotInbound first, Instant now) {
        return new BotLane(first.lane(), first.platform(), null, 0, 0, now, 0);
    }

    /** This worker's from now on. */
    public BotLane takenBy(UUID who) {
        return new BotLane(id, platform, who, 0, failures, dueAt, version);
    }

    /** Its worker lives. */
    public BotLane renewed() {
        return new BotLane(id, platform, worker, renewals + 1, failures, dueAt, version);
    }

    /** Its first update is dealt with. */
    public BotLane advanced() {
        return new BotLane(id, platform, worker, renewals + 1, 0, dueAt, version);
    }

    /** Nobody's until then, as its first update could not be dealt with. */
    public BotLane putOff(Instant until) {
        return new BotLane(id, platform, null, 0, failures + 1, until, version);
    }

    /** Nobody's, and to be looked at. */
    public BotLane left(Instant now) {
        return new BotLane(id, platform, null, 0, failures, now, version);
    }
}
