package dev.atlas.domain.agents;

import dev.atlas.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a preset.
 *
 * @param name trimmed, 1 to 255 code points; unique among those of its owner, and among those of the system; case counts
 * @param description at most 10,000 code points; blank is absent
 * @param agent the id of an agent
 * @param shared true if everybody may use it; says nothing of one of the system, which everybody may use anyway
 */
public record PresetDetails(
        String name, @Nullable String description, String agent, boolean shared, PresetConfig config) {

    public PresetDetails {
        name = Text.required("name", name, 255);
        description = Text.optional("description", description, 10_000);
        agent = AgentSettings.id("agent", agent);
    }
}
