package dev.atlas.persistence.providers;

import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("chat_settings")
public record ChatSettingsRow(
        @Id String id,
        @MappedProperty("default_provider") String defaultProvider,
        @MappedProperty("max_tokens") long maxTokens,
        BigDecimal temperature,
        @MappedProperty("system_prompt") String systemPrompt,
        @MappedProperty("tools_enabled") boolean toolsEnabled,
        @MappedProperty("streaming_enabled") boolean streamingEnabled,
        @MappedProperty("requests_per_minute") @Nullable Long requestsPerMinute,
        @MappedProperty("tokens_per_minute") @Nullable Long tokensPerMinute,
        @MappedProperty("cost_usd_per_day") @Nullable BigDecimal costUsdPerDay,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
