package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.util.Collection;
import java.util.List;

/** The calls that nodes are at. As a record of what was used, each outlives its user. */
public interface PendingCalls extends Aggregates<Id<PendingCall>, PendingCall> {

    /** Up to {@code limit}, the oldest first (by time, then id). */
    List<PendingCall> oldest(int limit);

    /** Those of these ids that are there. */
    @Unordered
    List<PendingCall> among(Collection<Id<PendingCall>> ids);
}
