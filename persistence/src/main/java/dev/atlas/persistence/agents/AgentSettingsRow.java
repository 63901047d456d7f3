package dev.atlas.persistence.agents;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.TextsColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@MappedEntity("agent_settings")
public record AgentSettingsRow(
        @Id String id,
        @Nullable String provider,
        @JsonColumn Json models,
        BigDecimal temperature,
        @MappedProperty("max_tokens") long maxTokens,
        @MappedProperty("system_prompt") String systemPrompt,
        @TextsColumn List<String> skills,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
