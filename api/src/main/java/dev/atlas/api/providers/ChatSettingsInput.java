package dev.atlas.api.providers;

import static java.util.Objects.requireNonNullElse;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.usage.Amounts;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ChatLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** All settings of chats; what is left out is as it usually is. */
public record ChatSettingsInput(
        @Limits(pattern = "^[a-z0-9][a-z0-9._-]{0,31}$") String defaultProvider,

        @Nullable @Limits(min = 100, max = 128_000) Integer maxTokens,
        @Nullable @Limits(min = 0, max = 2) Double temperature,
        @Nullable @Limits(max = 4000) String systemPrompt,
        @Nullable Boolean toolsEnabled,
        @Nullable Boolean streamingEnabled,

        @Nullable @Limits(min = 1, max = ChatLimits.MOST_REQUESTS)
        Integer requestsPerMinute,

        @Nullable @Limits(min = 1, max = ChatLimits.MOST_TOKENS)
        Long tokensPerMinute,

        @Nullable @Limits(pattern = Amounts.FORM) String costUsdPerDay)
        implements Input {

    ChatDefaults defaults() {
        ChatDefaults usual = ChatDefaults.USUAL;
        return new ChatDefaults(
                defaultProvider,
                requireNonNullElse(maxTokens, usual.maxTokens()),
                requireNonNullElse(exact(temperature), usual.temperature()),
                requireNonNullElse(systemPrompt, usual.systemPrompt()),
                requireNonNullElse(toolsEnabled, usual.toolsEnabled()),
                requireNonNullElse(streamingEnabled, usual.streamingEnabled()),
                new ChatLimits(requestsPerMinute, tokensPerMinute, Amounts.read("cost_usd_per_day", costUsdPerDay)));
    }

    /** A temperature as it was written. Throws {@link InvalidValue} if it is no number that can be written. */
    public static @Nullable BigDecimal exact(@Nullable Double temperature) {
        if (temperature != null && !Double.isFinite(temperature)) {
            throw new InvalidValue("temperature", "must be between 0 and 2");
        }
        return temperature == null ? null : BigDecimal.valueOf(temperature);
    }
}
