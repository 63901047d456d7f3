package dev.atlas.api.providers;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.ChatSettingsAdministration;
import dev.atlas.domain.providers.ChatDefaults;

/** How chats are answered where nobody says otherwise. */
@View
public record ChatSettingsView(
        String defaultProvider,
        int maxTokens,
        double temperature,
        String systemPrompt,
        boolean toolsEnabled,
        boolean streamingEnabled,
        long version) {

    static ChatSettingsView of(ChatSettingsAdministration.Current current) {
        ChatDefaults defaults = current.defaults();
        return new ChatSettingsView(
                defaults.defaultProvider(),
                defaults.maxTokens(),
                defaults.temperature().doubleValue(),
                defaults.systemPrompt(),
                defaults.toolsEnabled(),
                defaults.streamingEnabled(),
                current.version());
    }
}
