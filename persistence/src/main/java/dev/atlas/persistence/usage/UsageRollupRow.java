package dev.atlas.persistence.usage;

import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Its figures are whole numbers, the cost too, so that every engine adds them up exactly.
 *
 * @param costUsd whole dollars of the cost
 * @param costNano beyond those, whole billionths of a dollar, below 10^9
 * @param costAtto beyond those, billionths of billionths, below 10^9
 */
@MappedEntity("usage_rollups")
public record UsageRollupRow(
        @Id UUID id,
        String scope,
        String span,
        @MappedProperty("starts_at") @Micros Instant startsAt,
        @MappedProperty("user_id") @Nullable UUID userId,
        @MappedProperty("project_id") @Nullable UUID projectId,
        @Nullable String agent,
        @Nullable String provider,
        @Nullable String model,
        long slot,
        long calls,
        long failed,
        long cancelled,
        long interrupted,
        @MappedProperty("prompt_tokens") long promptTokens,
        @MappedProperty("completion_tokens") long completionTokens,
        @MappedProperty("reasoning_tokens") long reasoningTokens,
        @MappedProperty("total_tokens") long totalTokens,
        @MappedProperty("cost_usd") long costUsd,
        @MappedProperty("cost_nano") long costNano,
        @MappedProperty("cost_atto") long costAtto,
        long unpriced,
        @MappedProperty("duration_ms") long durationMs,
        long timed,
        @MappedProperty("first_token_ms") long firstTokenMs,
        long began,
        long speed,
        long paced,
        @Version long version) {}
