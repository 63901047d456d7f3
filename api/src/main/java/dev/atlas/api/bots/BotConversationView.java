package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.application.bots.NamedConversation;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one linked account says in one conversation of its platform. */
@View
public record BotConversationView(
        Id<BotConversation> id,
        BotPlatform platform,
        String conversation,
        Id<BotAccount> accountId,
        Id<User> userId,
        String username,
        @Nullable String agent,
        @Nullable Id<ChatSession> sessionId,
        Instant createdAt,
        Instant lastMessageAt,
        long version) {

    static BotConversationView of(NamedConversation named) {
        BotConversation conversation = named.conversation();
        return new BotConversationView(
                conversation.id(),
                conversation.platform(),
                conversation.conversation(),
                conversation.accountId(),
                named.userId(),
                named.username(),
                conversation.agent(),
                conversation.sessionId(),
                conversation.createdAt(),
                conversation.lastMessageAt(),
                conversation.version());
    }
}
