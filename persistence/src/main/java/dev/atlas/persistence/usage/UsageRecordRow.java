package dev.atlas.persistence.usage;

import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Refers to nothing: it outlives whoever and whatever it names.
 *
 * @param costUsd there exactly if there is a source of the price
 * @param inputPerMillion there exactly if the other price is
 */
@MappedEntity("usage_records")
public record UsageRecordRow(
        @Id UUID id,
        @MappedProperty("user_id") @Nullable UUID userId,
        @MappedProperty("project_id") @Nullable UUID projectId,
        @Nullable String agent,
        @MappedProperty("session_id") @Nullable UUID sessionId,
        @MappedProperty("message_id") @Nullable UUID messageId,
        @Nullable String app,
        String provider,
        String model,
        @MappedProperty("prompt_tokens") long promptTokens,
        @MappedProperty("completion_tokens") long completionTokens,
        @MappedProperty("reasoning_tokens") long reasoningTokens,
        @MappedProperty("reasoning_counted") boolean reasoningCounted,
        @MappedProperty("duration_ms") @Nullable Long durationMs,
        @MappedProperty("first_token_ms") @Nullable Long firstTokenMs,
        boolean streamed,
        String outcome,
        @MappedProperty("finish_reason") @Nullable String finishReason,
        @MappedProperty("cost_usd") @Nullable BigDecimal costUsd,
        @MappedProperty("input_per_million") @Nullable BigDecimal inputPerMillion,
        @MappedProperty("output_per_million") @Nullable BigDecimal outputPerMillion,
        @MappedProperty("price_source") @Nullable String priceSource,
        @MappedProperty("price_estimated") boolean priceEstimated,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @Version long version) {}
