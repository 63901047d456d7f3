package dev.atlas.api.agents;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.api.providers.ChatSettingsInput;
import dev.atlas.application.agents.PresetChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge patch of a preset; cleared, a setting is as the agent says. */
public record PresetPatch(
        @Nullable @Limits(min = 1, max = 255, clearable = false)
        String name,

        @Nullable @Limits(max = 10_000) String description,

        @Nullable
        @Limits(
                words = {"ops", "triage", "engineer", "reviewer"},
                clearable = false)
        String agent,

        @Nullable Boolean isShared,

        @Nullable @Limits(pattern = "^[a-z0-9][a-z0-9._-]{0,31}$")
        String provider,

        @Nullable @Limits(max = 128) String model,
        @Nullable @Limits(min = 0, max = 2) Double temperature,
        @Nullable @Limits(min = 100, max = 128_000) Integer maxTokens,
        @Nullable @Limits(max = 4000) String systemPrompt,
        @Nullable Boolean toolsEnabled,
        @Nullable List<@Limits(pattern = "^[a-z][a-z0-9_]{0,63}$") String> tools,
        Patch patch)
        implements Input {

    PresetChange change() {
        return new PresetChange(
                patch.of("name", name),
                patch.of("description", description),
                patch.of("agent", agent),
                patch.of("is_shared", isShared),
                patch.of("provider", provider),
                patch.of("model", model),
                patch.of("temperature", ChatSettingsInput.exact(temperature)),
                patch.of("max_tokens", maxTokens),
                patch.of("system_prompt", systemPrompt),
                patch.of("tools_enabled", toolsEnabled),
                patch.of("tools", tools));
    }
}
