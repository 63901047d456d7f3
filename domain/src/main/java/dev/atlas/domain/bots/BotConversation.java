package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import dev.atlas.domain.chat.ChatSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one linked account says in one conversation of its platform, and what it is answered: two people in a group have one each.
 *
 * @param conversation what the platform knows the chat by, with the thread where it has some
 * @param agent who answers, until another one is named; absent for the usual one
 * @param sessionId the chat in which it goes on; absent until a model was asked. It may have been removed since
 */
public record BotConversation(
        Id<BotConversation> id,
        BotPlatform platform,
        String conversation,
        Id<BotAccount> accountId,
        @Nullable String agent,
        @Nullable Id<ChatSession> sessionId,
        Instant createdAt,
        Instant lastMessageAt,
        long version) {

    private static final int LONGEST_AGENT = 64;

    public BotConversation {
        conversation = Text.required("conversation", conversation, BotInbound.LONGEST_ID);
        agent = Text.optional("agent", agent, LONGEST_AGENT);
        createdAt = Instants.micros("created_at", createdAt);
        lastMessageAt = Instants.micros("last_message_at", lastMessageAt);
    }

    /** The id of what this account says there: it follows from both, so there is one. */
    public static Id<BotConversation> id(Id<BotAccount> account, String conversation) {
        String name = "conversation:" + account + ":" + conversation;
        return new Id<>(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** With this agent, in this chat, after something was said. */
    public BotConversation spoken(@Nullable String with, @Nullable Id<ChatSession> in, Instant now) {
        return new BotConversation(id, platform, conversation, accountId, with, in, createdAt, now, version);
    }
}
