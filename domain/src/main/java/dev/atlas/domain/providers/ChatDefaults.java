package dev.atlas.domain.providers;

import dev.atlas.domain.Decimals;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How chats are answered where nobody says otherwise. What is out of bounds is refused, never moved into them.
 *
 * @param defaultProvider the id of a provider
 * @param maxTokens how long an answer may become, 100 to 128000
 * @param temperature 0 to 2, with at most 3 decimals
 * @param systemPrompt how models are told to behave, at most 4000 code points; may be empty
 * @param toolsEnabled true if models may ask for tools
 * @param streamingEnabled true if answers may come piece by piece
 * @param limits how much each user may ask
 */
public record ChatDefaults(
        String defaultProvider,
        int maxTokens,
        BigDecimal temperature,
        String systemPrompt,
        boolean toolsEnabled,
        boolean streamingEnabled,
        ChatLimits limits) {

    private static final BigDecimal HOTTEST = BigDecimal.TWO;
    private static final int DECIMALS = 3;

    public static final int LEAST_TOKENS = 100;
    public static final int MOST_TOKENS = 128_000;
    public static final int LONGEST_PROMPT = 4000;

    /** Source: chat reference, section 1.4. */
    public static final ChatDefaults USUAL =
            new ChatDefaults("openrouter", 4096, new BigDecimal("0.7"), "", true, true, ChatLimits.NONE);

    public ChatDefaults {
        defaultProvider = ProviderConfiguration.id("default_provider", defaultProvider);
        tokens("max_tokens", maxTokens);
        temperature = temperature("temperature", temperature);
        systemPrompt = Text.storable("system_prompt", systemPrompt, LONGEST_PROMPT);
    }

    /** Throws {@link InvalidValue} naming {@code field} for a length that no answer may be given. */
    public static int tokens(String field, int tokens) {
        if (tokens < LEAST_TOKENS || tokens > MOST_TOKENS) {
            throw new InvalidValue(field, "must be between " + LEAST_TOKENS + " and " + MOST_TOKENS);
        }
        return tokens;
    }

    /** A temperature that somebody computed, such as a third, with as many decimals as one may have. */
    public static BigDecimal rounded(BigDecimal temperature) {
        return temperature.setScale(Math.min(DECIMALS, temperature.scale()), RoundingMode.HALF_EVEN);
    }

    /** Throws {@link InvalidValue} naming {@code field} for what can be no temperature. */
    public static BigDecimal temperature(String field, BigDecimal temperature) {
        if (temperature.signum() < 0 || temperature.compareTo(HOTTEST) > 0 || temperature.scale() > DECIMALS) {
            throw new InvalidValue(field, "must be between 0 and 2 with at most " + DECIMALS + " decimals");
        }
        return Decimals.canonical(field, temperature);
    }
}
