package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A message before it has its place in the chat; its place is that of the unit of work that adds it. */
record LegacyMessage(Id<ChatMessage> id, LegacyLinks.Chat chat, ChatEntry entry, Instant createdAt) {

    static Optional<LegacyMessage> find(Repositories from, UUID id) {
        return from.chatMessages()
                .find(new Id<>(id))
                .map(message -> new LegacyMessage(
                        message.id(),
                        new LegacyLinks.Chat(message.sessionId(), message.ownerId()),
                        message.entry(),
                        message.createdAt()));
    }

    /** Adds them to their chats, in this order, and counts them there: each chat is written once. */
    static void add(Repositories to, List<LegacyMessage> messages) {
        Map<Id<ChatSession>, ChatSession> chats = new LinkedHashMap<>();
        for (LegacyMessage message : messages) {
            ChatSession before = chats.computeIfAbsent(
                    message.chat.id(), id -> to.chatSessions().find(id).orElseThrow());
            ChatSession after = ChatSession.counting(before, message.entry.usage());
            chats.put(after.id(), after);
            to.chatMessages().add(ChatMessage.last(message.id, after, message.entry, message.createdAt));
        }
        chats.values().forEach(to.chatSessions()::replace);
    }

    /** A message stays as it was written, so a source that has changed one is not followed. */
    static InvalidValue changed() {
        return new InvalidValue("row", "was changed since it was imported, and messages are never changed");
    }
}
