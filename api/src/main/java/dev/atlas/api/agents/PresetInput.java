package dev.atlas.api.agents;

import static java.util.Objects.requireNonNullElse;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.providers.ChatSettingsInput;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.agents.PresetDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A preset to be made; what is left out is as the agent says. */
public record PresetInput(
        @Limits(min = 1, max = 255) String name,
        @Nullable @Limits(max = 10_000) String description,

        @Limits(words = {"ops", "triage", "engineer", "reviewer"})
        String agent,

        @Nullable Boolean isSystem,
        @Nullable Boolean isShared,

        @Nullable @Limits(pattern = "^[a-z0-9][a-z0-9._-]{0,31}$")
        String provider,

        @Nullable @Limits(max = 128) String model,
        @Nullable @Limits(min = 0, max = 2) Double temperature,
        @Nullable @Limits(min = 100, max = 128_000) Integer maxTokens,
        @Nullable @Limits(max = 4000) String systemPrompt,
        @Nullable Boolean toolsEnabled,
        @Nullable List<@Limits(pattern = "^[a-z][a-z0-9_]{0,63}$") String> tools)
        implements Input {

    boolean system() {
        return isSystem != null && isSystem;
    }

    PresetDetails details() {
        PresetConfig config = new PresetConfig(
                provider,
                model,
                ChatSettingsInput.exact(temperature),
                maxTokens,
                systemPrompt,
                requireNonNullElse(toolsEnabled, true),
                requireNonNullElse(tools, List.of()));
        return new PresetDetails(name, description, agent, requireNonNullElse(isShared, false), config);
    }
}
