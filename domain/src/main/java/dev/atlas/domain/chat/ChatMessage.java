package dev.atlas.domain.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.User;
import java.time.Instant;

/**
 * One message of a session. It stays where it was written, and as it was, once it is no longer pending; but for one that was lost
 * with its node, which may yet come late, and for what comes of calls that need an approval.
 *
 * @param ownerId that of the session, so that what belongs to one user is found without it
 * @param sequence its place in the session, from 1; times tie and clocks are set back, numbers are not
 */
public record ChatMessage(
        Id<ChatMessage> id,
        Id<ChatSession> sessionId,
        Id<User> ownerId,
        long sequence,
        ChatEntry entry,
        Instant createdAt,
        long version) {

    public ChatMessage {
        if (sequence < 1) {
            throw new InvalidValue("sequence", "must be at least 1");
        }
        createdAt = Instants.micros("created_at", createdAt);
    }

    /** The last message of {@code session}, which counts it already. */
    public static ChatMessage last(Id<ChatMessage> id, ChatSession session, ChatEntry entry, Instant now) {
        return at(session.totals().messages(), id, session, entry, now);
    }

    /** The message at this place of {@code session}. */
    public static ChatMessage at(long sequence, Id<ChatMessage> id, ChatSession session, ChatEntry entry, Instant now) {
        return new ChatMessage(id, session.id(), session.ownerId(), sequence, entry, now, 0);
    }

    /** This message with what it says in the end. */
    public ChatMessage ended(ChatEntry answer) {
        return new ChatMessage(id, sessionId, ownerId, sequence, answer, createdAt, version);
    }
}
