package dev.atlas.persistence.agents;

import dev.atlas.domain.Id;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.agents.PresetDetails;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By hand: what is nested lies flat in the row. */
@Singleton
final class ChatPresetRowMapper implements RowMapper<ChatPreset, ChatPresetRow> {

    /** Within what the names of this owner's presets are unique; of the system's, if null. */
    static UUID scope(@Nullable Id<User> owner) {
        return owner == null ? ChatPresetRow.SYSTEM : owner.value();
    }

    @Override
    public ChatPresetRow toRow(ChatPreset preset) {
        Id<User> owner = preset.ownerId();
        PresetDetails details = preset.details();
        PresetConfig config = details.config();
        Integer maxTokens = config.maxTokens();
        return new ChatPresetRow(
                preset.id().value(),
                owner == null ? null : owner.value(),
                scope(owner),
                details.name(),
                details.description(),
                details.agent(),
                details.shared(),
                config.provider(),
                config.model(),
                config.temperature(),
                maxTokens == null ? null : (Long) maxTokens.longValue(),
                config.systemPrompt(),
                config.toolsEnabled(),
                config.tools(),
                preset.createdAt(),
                preset.updatedAt(),
                preset.version());
    }

    @Override
    public ChatPreset toDomain(ChatPresetRow row) {
        PresetConfig config = new PresetConfig(
                row.provider(),
                row.model(),
                row.temperature(),
                row.maxTokens() == null ? null : (Integer) Math.toIntExact(row.maxTokens()),
                row.systemPrompt(),
                row.toolsEnabled(),
                row.tools());
        return new ChatPreset(
                new Id<>(row.id()),
                row.ownerId() == null ? null : new Id<User>(row.ownerId()),
                new PresetDetails(row.name(), row.description(), row.agent(), row.shared(), config),
                row.createdAt(),
                row.updatedAt(),
                row.version());
    }
}
