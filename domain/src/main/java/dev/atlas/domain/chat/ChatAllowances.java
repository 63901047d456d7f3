package dev.atlas.domain.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import java.time.Instant;
import java.util.List;

/** What users have asked of models lately. It belongs to one store and never moves to another. */
public interface ChatAllowances extends Aggregates<Id<User>, ChatAllowance> {

    /** Up to {@code limit} of minutes before {@code time}, the oldest first. */
    List<ChatAllowance> usedBefore(Instant time, int limit);
}
