package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Beginning, finding and naming one's chats. */
public final class ChatCatalog {

    private final Foundation foundation;
    private final ChatWrites writes;

    ChatCatalog(Foundation foundation, ChatWrites writes) {
        this.foundation = foundation;
        this.writes = writes;
    }

    /** Begins a chat of the caller's with a model by itself. */
    public Committed<ChatSession> begin(Caller caller, ChatDetails details) {
        return begin(caller, details, null);
    }

    /**
     * Begins a chat of the caller's.
     *
     * @param agent with whom; absent for a model by itself
     * @throws dev.atlas.domain.InvalidValue naming {@code agent} if there is none of that id
     */
    public Committed<ChatSession> begin(Caller caller, ChatDetails details, @Nullable String agent) {
        caller.require(Permission.CHAT_USE);
        String with = agent == null ? null : Agent.of("agent", agent).id();
        Instant now = foundation.now();
        ChatSession session = ChatSession.begun(foundation.ids().next(), caller.user(), details, now)
                .heldWith(with, now);
        return foundation
                .storage()
                .write(repositories -> repositories.chatSessions().add(session));
    }

    /** A chat of the caller's, archived or not. Throws {@link Refusal.NotFound} {@code chat_session.not_found}. */
    public CompletableFuture<ChatSession> get(Caller caller, Id<ChatSession> id) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(repositories -> ChatAccess.owned(repositories, caller, id));
    }

    /** The caller's chats, the one that was updated last first. */
    public CompletableFuture<Slice<ChatSession>> list(Caller caller, ChatFilter filter, Page page) {
        caller.require(Permission.CHAT_USE);
        return foundation
                .storage()
                .readAsync(repositories -> repositories.chatSessions().ownedBy(caller.user(), filter, page));
    }

    /**
     * Changes what is written about a chat.
     *
     * @param ifVersion the version the change is based on; absent if any will do
     * @return the chat as stored; unchanged, version too, if the change changes nothing
     * @throws Refusal.NotFound {@code chat_session.not_found}
     * @throws Refusal.WrongState {@code chat_session.archived}
     * @throws Refusal.Stale if it is not of that version
     */
    public Committed<ChatSession> change(
            Caller caller, Id<ChatSession> id, ChatChange change, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_USE);
        Instant now = foundation.now();
        return writes.change(caller, id, ifVersion, session -> ChatAccess.active(session)
                .described(change.of(session.details()), now));
    }
}
