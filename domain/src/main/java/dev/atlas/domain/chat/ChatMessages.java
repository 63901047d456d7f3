package dev.atlas.domain.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of all sessions. They go with their session, and with their owner. */
public interface ChatMessages extends Aggregates<Id<ChatMessage>, ChatMessage> {

    /** The unique rule on the places of a session. */
    String ONE_PER_PLACE = "chat_messages_one_per_place";

    /** Up to {@code limit} of this session that come after this place (from the first if null), ascending. */
    List<ChatMessage> after(Id<ChatSession> session, @Nullable Long sequence, int limit);

    /** Up to {@code limit} of this session that come before this place (from the last if null), descending. */
    List<ChatMessage> before(Id<ChatSession> session, @Nullable Long sequence, int limit);

    /** Those of these ids that are there. */
    @Unordered
    List<ChatMessage> among(Collection<Id<ChatMessage>> ids);

    /** Up to {@code limit} of all sessions that are pending, oldest first (by time, then id). */
    List<ChatMessage> pending(int limit);

    /** Those in all sessions of this owner that hold this text, whatever the case, newest first (by time, then id). */
    Slice<ChatMessage> containing(String text, Id<User> owner, Page page);
}
