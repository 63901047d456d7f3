package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is said in one's chats. A message gets its place when it is stored, and keeps it. */
public final class ChatLog {

    private final Foundation foundation;

    ChatLog(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * Adds a message at the end, whoever's words it holds, and its tokens and cost to the totals of the chat. Whoever says
     * something at the same moment gets another place.
     *
     * @throws Refusal.NotFound {@code chat_session.not_found}
     * @throws Refusal.WrongState {@code chat_session.archived}
     */
    public Committed<ChatMessage> append(Caller caller, Id<ChatSession> id, ChatEntry entry) {
        caller.require(Permission.CHAT_USE);
        Id<ChatMessage> message = foundation.ids().next();
        Instant now = foundation.now();
        return foundation.storage().write(repositories -> {
            ChatSession before = ChatAccess.active(ChatAccess.owned(repositories, caller, id));
            // first, so that of two at once the second waits here and then counts anew
            ChatSession after = repositories.chatSessions().replace(before.after(entry, now));
            return repositories.chatMessages().add(ChatMessage.last(message, after, entry, now));
        });
    }

    /** The message at this place. Throws {@link Refusal.NotFound} {@code message.not_found} if there is none. */
    public CompletableFuture<ChatMessage> get(Caller caller, Id<ChatSession> id, long sequence) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(repositories -> {
            ChatAccess.owned(repositories, caller, id);
            return repositories.chatMessages().after(id, sequence - 1, 1).stream()
                    .filter(message -> message.sequence() == sequence)
                    .findFirst()
                    .orElseThrow(() -> new Refusal.NotFound("message.not_found", "There is no such message."));
        });
    }

    /** Up to {@code limit} messages that come after this place (from the first if null), ascending. */
    public CompletableFuture<List<ChatMessage>> after(
            Caller caller, Id<ChatSession> id, @Nullable Long sequence, int limit) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(repositories -> {
            ChatAccess.owned(repositories, caller, id);
            return repositories.chatMessages().after(id, sequence, limit);
        });
    }

    /** Up to {@code limit} messages that come before this place (from the last if null), descending. */
    public CompletableFuture<List<ChatMessage>> before(
            Caller caller, Id<ChatSession> id, @Nullable Long sequence, int limit) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(repositories -> {
            ChatAccess.owned(repositories, caller, id);
            return repositories.chatMessages().before(id, sequence, limit);
        });
    }

    /** The messages in all of the caller's chats that hold this text, whatever the case, newest first. */
    public CompletableFuture<Slice<ChatMessage>> containing(Caller caller, String text, Page page) {
        caller.require(Permission.CHAT_USE);
        return foundation
                .storage()
                .readAsync(repositories -> repositories.chatMessages().containing(text, caller.user(), page));
    }
}
