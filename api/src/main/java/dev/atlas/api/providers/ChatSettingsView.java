package dev.atlas.api.providers;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.ChatSettingsAdministration;
import dev.atlas.domain.providers.ChatDefaults;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How chats are answered where nobody says otherwise. */
@View
public record ChatSettingsView(
        String defaultProvider,
        int maxTokens,
        double temperature,
        String systemPrompt,
        boolean toolsEnabled,
        boolean streamingEnabled,
        @Nullable Integer requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable String costUsdPerDay,
        long version) {

    static ChatSettingsView of(ChatSettingsAdministration.Current current) {
        ChatDefaults defaults = current.defaults();
        BigDecimal cost = defaults.limits().costUsdPerDay();
        return new ChatSettingsView(
                defaults.defaultProvider(),
                defaults.maxTokens(),
                defaults.temperature().doubleValue(),
                defaults.systemPrompt(),
                defaults.toolsEnabled(),
                defaults.streamingEnabled(),
                defaults.limits().requestsPerMinute(),
                defaults.limits().tokensPerMinute(),
                cost == null ? null : cost.toPlainString(),
                current.version());
    }
}
