package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The inbox of all bots. */
public interface BotUpdates extends Aggregates<Id<BotUpdate>, BotUpdate> {

    /** Up to {@code limit} of this lane that are not dealt with, in their order (by ordinal, then id). */
    List<BotUpdate> open(Id<BotLane> lane, int limit);

    /** Those of these ids that are there. */
    @Unordered
    List<BotUpdate> among(Collection<Id<BotUpdate>> ids);

    /** Up to {@code limit} that came before {@code time} and are dealt with, the earliest first (then by id). */
    List<BotUpdate> endedBefore(Instant time, int limit);
}
