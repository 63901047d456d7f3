package dev.atlas.application.providers;

import dev.atlas.application.Change;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ChatLimits;
import java.math.BigDecimal;

/** A JSON Merge Patch of how chats are answered. Cleared, a setting is the usual one again. */
public record ChatDefaultsChange(
        Change<String> defaultProvider,
        Change<Integer> maxTokens,
        Change<BigDecimal> temperature,
        Change<String> systemPrompt,
        Change<Boolean> toolsEnabled,
        Change<Boolean> streamingEnabled,
        Change<Integer> requestsPerMinute,
        Change<Long> tokensPerMinute,
        Change<BigDecimal> costUsdPerDay) {

    ChatDefaults of(ChatDefaults before, ChatDefaults usual) {
        return new ChatDefaults(
                defaultProvider.orWhenCleared(usual.defaultProvider(), before.defaultProvider()),
                maxTokens.orWhenCleared(usual.maxTokens(), before.maxTokens()),
                temperature.orWhenCleared(usual.temperature(), before.temperature()),
                systemPrompt.orWhenCleared(usual.systemPrompt(), before.systemPrompt()),
                toolsEnabled.orWhenCleared(usual.toolsEnabled(), before.toolsEnabled()),
                streamingEnabled.orWhenCleared(usual.streamingEnabled(), before.streamingEnabled()),
                new ChatLimits(
                        requestsPerMinute.from(before.limits().requestsPerMinute()),
                        tokensPerMinute.from(before.limits().tokensPerMinute()),
                        costUsdPerDay.from(before.limits().costUsdPerDay())));
    }
}
