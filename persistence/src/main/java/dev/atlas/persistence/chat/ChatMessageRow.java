package dev.atlas.persistence.chat;

import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatMessages;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param contentFolded the content as {@link dev.atlas.domain.FoldedText} has it; searches look there
 * @param promptTokens there exactly if the completion tokens are
 */
@MappedEntity("chat_messages")
@UniqueRule(
        name = ChatMessages.ONE_PER_PLACE,
        columns = {"session_id", "sequence"})
public record ChatMessageRow(
        @Id UUID id,

        @MappedProperty("session_id") @RefersTo(value = ChatSessionRow.class, whenGone = WhenGone.REMOVE)
        UUID sessionId,

        @MappedProperty("owner_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID ownerId,

        long sequence,
        String role,
        String state,
        String content,
        @MappedProperty("content_folded") String contentFolded,
        @Nullable String provider,
        @Nullable String model,
        @MappedProperty("prompt_tokens") @Nullable Long promptTokens,
        @MappedProperty("completion_tokens") @Nullable Long completionTokens,
        @MappedProperty("cost_usd") @Nullable BigDecimal costUsd,
        @MappedProperty("tool_calls") @JsonColumn Json toolCalls,
        @JsonColumn Json metadata,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @Version long version) {}
