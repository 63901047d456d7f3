package dev.atlas.persistence.providers;

import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("provider_configurations")
public record ProviderConfigurationRow(
        @Id String id,
        String kind,
        @Nullable String label,
        boolean enabled,
        @MappedProperty("default_model") @Nullable String defaultModel,
        @MappedProperty("base_address") @Nullable String baseAddress,
        @MappedProperty("azure_deployment") @Nullable String azureDeployment,
        @MappedProperty("api_version") @Nullable String apiVersion,
        @MappedProperty("connect_seconds") long connectSeconds,
        @MappedProperty("first_token_seconds") long firstTokenSeconds,
        @MappedProperty("between_tokens_seconds") long betweenTokensSeconds,
        @MappedProperty("call_seconds") long callSeconds,
        long retries,
        @MappedProperty("concurrent_calls") long concurrentCalls,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
