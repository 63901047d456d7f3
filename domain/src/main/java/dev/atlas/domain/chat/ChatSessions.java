package dev.atlas.domain.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import java.time.Instant;
import java.util.List;

/** The sessions of all users. Removing one removes its messages with it; they go with their owner. */
public interface ChatSessions extends Aggregates<Id<ChatSession>, ChatSession> {

    /** Those of this owner, the one that was updated last first (by time of the update, then id). */
    Slice<ChatSession> ownedBy(Id<User> owner, ChatFilter filter, Page page);

    /** Up to {@code limit} that were updated before this time, oldest first (by time of the update, then id). */
    List<ChatSession> updatedBefore(Instant time, int limit);
}
