package dev.atlas.persistence.providers;

import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ChatSettings;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: what is nested lies flat in the row. */
@Singleton
final class ChatSettingsRowMapper implements RowMapper<ChatSettings, ChatSettingsRow> {

    @Override
    public ChatSettingsRow toRow(ChatSettings settings) {
        ChatDefaults defaults = settings.defaults();
        return new ChatSettingsRow(
                settings.name(),
                defaults.defaultProvider(),
                defaults.maxTokens(),
                defaults.temperature(),
                defaults.systemPrompt(),
                defaults.toolsEnabled(),
                defaults.streamingEnabled(),
                settings.createdAt(),
                settings.updatedAt(),
                settings.version());
    }

    @Override
    public ChatSettings toDomain(ChatSettingsRow row) {
        ChatDefaults defaults = new ChatDefaults(
                row.defaultProvider(),
                Math.toIntExact(row.maxTokens()),
                row.temperature(),
                row.systemPrompt(),
                row.toolsEnabled(),
                row.streamingEnabled());
        return new ChatSettings(row.id(), defaults, row.createdAt(), row.updatedAt(), row.version());
    }
}
