package dev.atlas.domain.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.User;
import java.time.Instant;

/**
 * One message of a session. It stays as it was written, and where.
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
        return new ChatMessage(
                id, session.id(), session.ownerId(), session.totals().messages(), entry, now, 0);
    }
}
