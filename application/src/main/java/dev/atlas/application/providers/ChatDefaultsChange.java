package dev.atlas.application.providers;

import dev.atlas.application.Change;
import dev.atlas.domain.providers.ChatDefaults;
import java.math.BigDecimal;

/** A JSON Merge Patch of how chats are answered. Cleared, a setting is the usual one again. */
public record ChatDefaultsChange(
        Change<String> defaultProvider,
        Change<Integer> maxTokens,
        Change<BigDecimal> temperature,
        Change<String> systemPrompt,
        Change<Boolean> toolsEnabled,
        Change<Boolean> streamingEnabled) {

    ChatDefaults of(ChatDefaults before, ChatDefaults usual) {
        return new ChatDefaults(
                defaultProvider.orWhenCleared(usual.defaultProvider(), before.defaultProvider()),
                maxTokens.orWhenCleared(usual.maxTokens(), before.maxTokens()),
                temperature.orWhenCleared(usual.temperature(), before.temperature()),
                systemPrompt.orWhenCleared(usual.systemPrompt(), before.systemPrompt()),
                toolsEnabled.orWhenCleared(usual.toolsEnabled(), before.toolsEnabled()),
                streamingEnabled.orWhenCleared(usual.streamingEnabled(), before.streamingEnabled()));
    }
}
