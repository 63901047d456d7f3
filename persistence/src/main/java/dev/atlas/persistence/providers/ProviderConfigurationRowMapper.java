package dev.atlas.persistence.providers;

import dev.atlas.domain.Words;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: what is nested lies flat in the row. */
@Singleton
final class ProviderConfigurationRowMapper implements RowMapper<ProviderConfiguration, ProviderConfigurationRow> {

    @Override
    public ProviderConfigurationRow toRow(ProviderConfiguration provider) {
        ProviderDetails details = provider.details();
        ProviderLimits limits = details.limits();
        return new ProviderConfigurationRow(
                provider.id(),
                Words.of(details.kind()),
                details.label(),
                details.enabled(),
                details.defaultModel(),
                details.baseAddress(),
                details.azureDeployment(),
                details.apiVersion(),
                limits.connectSeconds(),
                limits.firstTokenSeconds(),
                limits.betweenTokensSeconds(),
                limits.callSeconds(),
                limits.retries(),
                limits.concurrentCalls(),
                provider.createdAt(),
                provider.updatedAt(),
                provider.version());
    }

    @Override
    public ProviderConfiguration toDomain(ProviderConfigurationRow row) {
        ProviderLimits limits = new ProviderLimits(
                Math.toIntExact(row.connectSeconds()),
                Math.toIntExact(row.firstTokenSeconds()),
                Math.toIntExact(row.betweenTokensSeconds()),
                Math.toIntExact(row.callSeconds()),
                Math.toIntExact(row.retries()),
                Math.toIntExact(row.concurrentCalls()));
        ProviderDetails details = new ProviderDetails(
                Words.constant(ProviderKind.class, row.kind()),
                row.label(),
                row.enabled(),
                row.defaultModel(),
                row.baseAddress(),
                row.azureDeployment(),
                row.apiVersion(),
                limits);
        return new ProviderConfiguration(row.id(), details, row.createdAt(), row.updatedAt(), row.version());
    }
}
