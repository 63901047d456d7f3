package dev.atlas.persistence.bots;

import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConfigurations;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredBotConfigurations extends StoredAggregates<String, BotConfiguration, BotConfigurationRow, String>
        implements BotConfigurations {

    StoredBotConfigurations(BotConfigurationRows rows, BotConfigurationRowMapper mapper, Engine engine) {
        super(Table.of(BotConfigurationRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String id) {
        return id;
    }

    @Override
    public List<BotConfiguration> all() {
        return all(Listing.of(BotConfigurationRow.class));
    }
}
