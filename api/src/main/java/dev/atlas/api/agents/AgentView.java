package dev.atlas.api.agents;

import dev.atlas.api.http.View;
import dev.atlas.application.agents.EffectiveAgent;
import dev.atlas.domain.Json;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.AgentDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** An agent, and how it answers. */
@View
public record AgentView(
        String id,
        String label,
        String role,
        String description,
        boolean isDefault,
        @Nullable String provider,
        Json.Obj models,
        double temperature,
        int maxTokens,
        String systemPrompt,
        List<String> skills,
        long version) {

    static AgentView of(EffectiveAgent effective) {
        Agent agent = effective.agent();
        AgentDetails details = effective.details();
        SequencedMap<String, Json> models = new LinkedHashMap<>();
        details.models().forEach((provider, model) -> models.put(provider, new Json.Str(model)));
        return new AgentView(
                agent.id(),
                agent.label(),
                agent.role(),
                agent.description(),
                agent == Agent.USUAL,
                details.provider(),
                new Json.Obj(models),
                details.temperature().doubleValue(),
                details.maxTokens(),
                details.systemPrompt(),
                details.skills(),
                effective.version());
    }
}
