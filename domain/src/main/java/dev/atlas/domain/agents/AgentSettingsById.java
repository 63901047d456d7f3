package dev.atlas.domain.agents;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** How administrators want agents to answer, by the id of the agent. */
public interface AgentSettingsById extends Aggregates<String, AgentSettings> {

    /** All, by id. */
    List<AgentSettings> all();
}
