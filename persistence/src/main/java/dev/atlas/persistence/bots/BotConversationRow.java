package dev.atlas.persistence.bots;

import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("bot_conversations")
public record BotConversationRow(
        @Id UUID id,
        String platform,
        String conversation,

        @MappedProperty("account_id") @RefersTo(value = BotAccountRow.class, whenGone = WhenGone.REMOVE)
        UUID accountId,

        @Nullable String agent,
        @MappedProperty("session_id") @Nullable UUID sessionId,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("last_message_at") @Micros Instant lastMessageAt,
        @Version long version) {}
