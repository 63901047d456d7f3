package dev.atlas.persistence.bots;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("bot_configurations")
public record BotConfigurationRow(
        @Id String id,
        String platform,
        boolean enabled,
        @MappedProperty("bot_name") @Nullable String botName,
        @MappedProperty("webhook_url") @Nullable String webhookUrl,
        @JsonColumn Json extra,
        long place,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
