package dev.atlas.api.agents;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.agents.PresetDetails;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A preset: how an agent shall answer, under a name. */
@View
public record PresetView(
        Id<ChatPreset> id,
        @Nullable Id<User> ownerId,
        boolean isSystem,
        boolean isShared,
        String name,
        @Nullable String description,
        String agent,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable String systemPrompt,
        boolean toolsEnabled,
        List<String> tools,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static PresetView of(ChatPreset preset) {
        PresetDetails details = preset.details();
        PresetConfig config = details.config();
        return new PresetView(
                preset.id(),
                preset.ownerId(),
                preset.system(),
                details.shared(),
                details.name(),
                details.description(),
                details.agent(),
                config.provider(),
                config.model(),
                config.temperature() == null
                        ? null
                        : (Double) config.temperature().doubleValue(),
                config.maxTokens(),
                config.systemPrompt(),
                config.toolsEnabled(),
                config.tools(),
                preset.createdAt(),
                preset.updatedAt(),
                preset.version());
    }
}
