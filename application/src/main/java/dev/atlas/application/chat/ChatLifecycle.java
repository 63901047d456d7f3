package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Putting one's chats aside, back and away. Every method throws {@link Refusal.NotFound} {@code chat_session.not_found}, and {@link
 * Refusal.Stale} if {@code ifVersion} is there and no longer the version.
 */
public final class ChatLifecycle {

    private final Foundation foundation;
    private final ChatWrites writes;

    ChatLifecycle(Foundation foundation, ChatWrites writes) {
        this.foundation = foundation;
        this.writes = writes;
    }

    /** Takes the chat out of the usual lists; it takes no messages any more. {@link Refusal.WrongState} {@code chat_session.archived}. */
    public Committed<ChatSession> archive(Caller caller, Id<ChatSession> id, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_USE);
        Instant now = foundation.now();
        return writes.change(
                caller, id, ifVersion, session -> ChatAccess.active(session).withArchived(true, now));
    }

    /** Puts an archived chat back into use. {@link Refusal.WrongState} {@code chat_session.not_archived}. */
    public Committed<ChatSession> restore(Caller caller, Id<ChatSession> id, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_USE);
        Instant now = foundation.now();
        return writes.change(
                caller, id, ifVersion, session -> ChatAccess.archived(session).withArchived(false, now));
    }

    /**
     * Removes a chat with its messages for ever, archived or not.
     *
     * @return what it was
     */
    public Committed<ChatSession> delete(Caller caller, Id<ChatSession> id, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().write(repositories -> {
            ChatSession session = ChatAccess.owned(repositories, caller, id);
            Refusal.Stale.unless(ifVersion, session.version());
            repositories.chatSessions().remove(id);
            return session;
        });
    }
}
