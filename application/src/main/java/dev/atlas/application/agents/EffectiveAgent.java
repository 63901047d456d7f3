package dev.atlas.application.agents;

import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.AgentDetails;
import dev.atlas.domain.agents.AgentSettings;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;

/**
 * An agent as it answers: as administrators say, else as it usually does.
 *
 * @param version 0 as long as administrators have said nothing
 */
public record EffectiveAgent(Agent agent, AgentDetails details, long version) {

    /** As it answers now. */
    public static EffectiveAgent of(Repositories from, Agent agent) {
        return of(agent, from.agentSettings().find(agent.id()));
    }

    static EffectiveAgent of(Agent agent, Optional<AgentSettings> stored) {
        return stored.map(found -> new EffectiveAgent(agent, found.details(), found.version() + 1))
                .orElseGet(() -> new EffectiveAgent(agent, agent.usual(), 0));
    }
}
