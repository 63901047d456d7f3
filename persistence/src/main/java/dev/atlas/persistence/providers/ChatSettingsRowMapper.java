package dev.atlas.persistence.providers;

import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ChatLimits;
import dev.atlas.domain.providers.ChatSettings;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: what is nested lies flat in the row. */
@Singleton
final class ChatSettingsRowMapper implements RowMapper<ChatSettings, ChatSettingsRow> {

    @Override
    public ChatSettingsRow toRow(ChatSettings settings) {
        ChatDefaults defaults = settings.defaults();
        Integer requests = defaults.limits().requestsPerMinute();
        return new ChatSettingsRow(
                settings.name(),
                defaults.defaultProvider(),
                defaults.maxTokens(),
                defaults.temperature(),
                defaults.systemPrompt(),
                defaults.toolsEnabled(),
                defaults.streamingEnabled(),
                requests == null ? null : requests.longValue(),
                defaults.limits().tokensPerMinute(),
                defaults.limits().costUsdPerDay(),
                settings.createdAt(),
                settings.updatedAt(),
                settings.version());
    }

    @Override
    public ChatSettings toDomain(ChatSettingsRow row) {
        Long requests = row.requestsPerMinute();
        ChatDefaults defaults = new ChatDefaults(
                row.defaultProvider(),
                Math.toIntExact(row.maxTokens()),
                row.temperature(),
                row.systemPrompt(),
                row.toolsEnabled(),
                row.streamingEnabled(),
                new ChatLimits(
                        requests == null ? null : Math.toIntExact(requests),
                        row.tokensPerMinute(),
                        row.costUsdPerDay()));
        return new ChatSettings(row.id(), defaults, row.createdAt(), row.updatedAt(), row.version());
    }
}
