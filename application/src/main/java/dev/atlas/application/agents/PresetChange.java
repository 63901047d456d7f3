package dev.atlas.application.agents;

import dev.atlas.application.Change;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.agents.PresetDetails;
import java.math.BigDecimal;
import java.util.List;

/** A JSON Merge Patch of a preset; whose it is stays. */
public record PresetChange(
        Change<String> name,
        Change<String> description,
        Change<String> agent,
        Change<Boolean> shared,
        Change<String> provider,
        Change<String> model,
        Change<BigDecimal> temperature,
        Change<Integer> maxTokens,
        Change<String> systemPrompt,
        Change<Boolean> toolsEnabled,
        Change<List<String>> tools) {

    private static final PresetDetails ANY = new PresetDetails(
            "any", null, Agent.USUAL.id(), false, new PresetConfig(null, null, null, null, null, true, List.of()));

    /** This change. Throws {@link dev.atlas.domain.InvalidValue} if no preset at all can be changed so. */
    PresetChange possible() {
        of(ANY);
        return this;
    }

    PresetDetails of(PresetDetails before) {
        PresetConfig config = before.config();
        return new PresetDetails(
                name.required("name", before.name()),
                description.from(before.description()),
                agent.required("agent", before.agent()),
                shared.orWhenCleared(false, before.shared()),
                new PresetConfig(
                        provider.from(config.provider()),
                        model.from(config.model()),
                        temperature.from(config.temperature()),
                        maxTokens.from(config.maxTokens()),
                        systemPrompt.from(config.systemPrompt()),
                        toolsEnabled.orWhenCleared(true, config.toolsEnabled()),
                        tools.orWhenCleared(List.of(), config.tools())));
    }
}
