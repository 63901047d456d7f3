package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.util.Collection;
import java.util.List;

/** What was used, added up in the units of work that recorded it, so that nobody need read all records. */
public interface UsageRollups extends Aggregates<Id<UsageRollup>, UsageRollup> {

    /** Adds the figures of each to the one that is stored under its id; that itself is stored if there is none. */
    void count(Collection<UsageRollup> more);

    /** What those in this stretch that are wanted come to, one sum for each that differs in what they are told apart by. */
    @Unordered
    List<UsageSum> sums(RollupStretch stretch, UsageFilter filter, UsageGrouping by);
}
