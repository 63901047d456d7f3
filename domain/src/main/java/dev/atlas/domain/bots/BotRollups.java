package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import dev.atlas.domain.usage.RollupSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said to bots and answered, added up in the units of work that stored it, so that nobody need read all messages. */
public interface BotRollups extends Aggregates<Id<BotRollup>, BotRollup> {

    /** Adds the figures of each to the one that is stored under its id; that itself is stored if there is none. */
    void count(Collection<BotRollup> more);

    /**
     * What those of this span that begin at {@code from} or later and before {@code before} come to, by platform and agent.
     *
     * @param platform only those there; null for all
     */
    @Unordered
    List<BotSum> sums(RollupSpan span, Instant from, Instant before, @Nullable BotPlatform platform);
}
