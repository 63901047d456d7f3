package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Repositories;

/**
 * Whose a chat is, and in which state. Only its owner may know that it is there, whatever else somebody may do: one of
 * somebody else's and one that never was are refused with the same words.
 */
final class ChatAccess {

    private ChatAccess() {}

    /** One of the caller's. Throws {@link Refusal.NotFound} {@code chat_session.not_found}. */
    static ChatSession owned(Repositories repositories, Caller caller, Id<ChatSession> id) {
        return repositories
                .chatSessions()
                .find(id)
                .filter(session -> session.ownerId().equals(caller.user()))
                .orElseThrow(ChatAccess::notFound);
    }

    static Refusal notFound() {
        return new Refusal.NotFound("chat_session.not_found", "There is no such chat session.");
    }

    /** This chat, if it is in use; otherwise {@link Refusal.WrongState} {@code chat_session.archived}. */
    static ChatSession active(ChatSession session) {
        if (session.archived()) {
            throw new Refusal.WrongState("chat_session.archived", "The chat is archived; restore it first.");
        }
        return session;
    }

    /** This chat, if it was put aside; otherwise {@link Refusal.WrongState} {@code chat_session.not_archived}. */
    static ChatSession archived(ChatSession session) {
        if (!session.archived()) {
            throw new Refusal.WrongState("chat_session.not_archived", "The chat is not archived.");
        }
        return session;
    }
}
