package dev.atlas.persistence.agents;

import dev.atlas.domain.agents.AgentSettings;
import dev.atlas.domain.agents.AgentSettingsById;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredAgentSettings extends StoredAggregates<String, AgentSettings, AgentSettingsRow, String>
        implements AgentSettingsById {

    StoredAgentSettings(AgentSettingsRows rows, AgentSettingsRowMapper mapper, Engine engine) {
        super(Table.of(AgentSettingsRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String agent) {
        return agent;
    }

    @Override
    public List<AgentSettings> all() {
        return all(Listing.of(AgentSettingsRow.class));
    }
}
