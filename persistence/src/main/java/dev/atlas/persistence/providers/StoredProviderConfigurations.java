package dev.atlas.persistence.providers;

import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderConfigurations;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredProviderConfigurations
        extends StoredAggregates<String, ProviderConfiguration, ProviderConfigurationRow, String>
        implements ProviderConfigurations {

    StoredProviderConfigurations(ProviderConfigurationRows rows, ProviderConfigurationRowMapper mapper, Engine engine) {
        super(Table.of(ProviderConfigurationRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String id) {
        return id;
    }

    @Override
    public List<ProviderConfiguration> all() {
        return all(Listing.of(ProviderConfigurationRow.class));
    }
}
