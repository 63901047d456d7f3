package dev.atlas.persistence.bots;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param promptTokens there exactly if the completion tokens are */
@MappedEntity("bot_messages")
public record BotMessageRow(
        @Id UUID id,

        @MappedProperty("conversation_id") @RefersTo(value = BotConversationRow.class, whenGone = WhenGone.REMOVE)
        UUID conversationId,

        String direction,
        String content,
        @MappedProperty("platform_message_id") @Nullable String platformMessageId,
        @Nullable String agent,
        @MappedProperty("tool_calls") @JsonColumn Json toolCalls,
        @MappedProperty("prompt_tokens") @Nullable Long promptTokens,
        @MappedProperty("completion_tokens") @Nullable Long completionTokens,
        @MappedProperty("cost_usd") @Nullable BigDecimal costUsd,
        @MappedProperty("duration_ms") @Nullable Long durationMs,
        @Nullable String error,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @Version long version) {}
