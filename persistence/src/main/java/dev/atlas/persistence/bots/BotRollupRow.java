package dev.atlas.persistence.bots;

import dev.atlas.persistence.ExactCost;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Its figures are whole numbers, the cost too ({@link ExactCost}), so that every engine adds them up exactly. */
@MappedEntity("bot_rollups")
public record BotRollupRow(
        @Id UUID id,
        String platform,
        String span,
        @MappedProperty("starts_at") @Micros Instant startsAt,
        @Nullable String agent,
        long slot,
        long inbound,
        long outbound,
        @MappedProperty("input_tokens") long inputTokens,
        @MappedProperty("output_tokens") long outputTokens,
        @MappedProperty("cost_usd") long costUsd,
        @MappedProperty("cost_nano") long costNano,
        @MappedProperty("cost_atto") long costAtto,
        long unpriced,
        long errors,
        @Version long version) {}
