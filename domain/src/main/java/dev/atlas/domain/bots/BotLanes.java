package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The lanes in which something is to be dealt with. */
public interface BotLanes extends Aggregates<Id<BotLane>, BotLane> {

    /** Up to {@code limit} that nobody has and that are due before {@code time}, the earliest first (then by id). */
    List<BotLane> due(Instant time, int limit);

    /** Up to {@code limit} that somebody has, the earliest due first (then by id). */
    List<BotLane> taken(int limit);

    /** Those of these ids that are there. */
    @Unordered
    List<BotLane> among(Collection<Id<BotLane>> ids);
}
