package dev.atlas.api.providers;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.api.usage.Amounts;
import dev.atlas.application.providers.ChatDefaultsChange;
import dev.atlas.domain.providers.ChatLimits;
import org.jspecify.annotations.Nullable;

/** A merge patch of the settings of chats; cleared, one is the usual one again. */
public record ChatSettingsPatch(
        @Nullable @Limits(pattern = "^[a-z0-9][a-z0-9._-]{0,31}$")
        String defaultProvider,

        @Nullable @Limits(min = 100, max = 128_000) Integer maxTokens,
        @Nullable @Limits(min = 0, max = 2) Double temperature,
        @Nullable @Limits(max = 4000) String systemPrompt,
        @Nullable Boolean toolsEnabled,
        @Nullable Boolean streamingEnabled,

        @Nullable @Limits(min = 1, max = ChatLimits.MOST_REQUESTS)
        Integer requestsPerMinute,

        @Nullable @Limits(min = 1, max = ChatLimits.MOST_TOKENS)
        Long tokensPerMinute,

        @Nullable @Limits(pattern = Amounts.FORM) String costUsdPerDay,
        Patch patch)
        implements Input {

    ChatDefaultsChange change() {
        return new ChatDefaultsChange(
                patch.of("default_provider", defaultProvider),
                patch.of("max_tokens", maxTokens),
                patch.of("temperature", ChatSettingsInput.exact(temperature)),
                patch.of("system_prompt", systemPrompt),
                patch.of("tools_enabled", toolsEnabled),
                patch.of("streaming_enabled", streamingEnabled),
                patch.of("requests_per_minute", requestsPerMinute),
                patch.of("tokens_per_minute", tokensPerMinute),
                patch.of("cost_usd_per_day", Amounts.read("cost_usd_per_day", costUsdPerDay)));
    }
}
