package dev.atlas.domain.agents;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ProviderConfiguration;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an agent shall answer where a preset says otherwise than its settings.
 *
 * @param provider absent for that of the agent
 * @param model absent for that of the agent at its provider
 * @param temperature absent for that of the agent
 * @param maxTokens absent for that of the agent
 * @param systemPrompt absent for that of the agent; may be empty
 * @param toolsEnabled false if it has no tools
 * @param tools the only ones it has, at most {@value #MOST_TOOLS}; none for all of the agent's
 */
public record PresetConfig(
        @Nullable String provider,
        @Nullable String model,
        @Nullable BigDecimal temperature,
        @Nullable Integer maxTokens,
        @Nullable String systemPrompt,
        boolean toolsEnabled,
        List<String> tools) {

    private static final int MOST_TOOLS = 50;
    private static final Pattern TOOL = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    public PresetConfig {
        provider = provider == null ? null : ProviderConfiguration.id("provider", provider);
        model = Text.optional("model", model, 128);
        temperature = temperature == null ? null : ChatDefaults.temperature("temperature", temperature);
        maxTokens = maxTokens == null ? null : (Integer) ChatDefaults.tokens("max_tokens", maxTokens);
        systemPrompt = Text.storableOrNull("system_prompt", systemPrompt, ChatDefaults.LONGEST_PROMPT);
        tools = tools.stream().distinct().toList();
        if (tools.size() > MOST_TOOLS || !tools.stream().allMatch(TOOL.asMatchPredicate())) {
            throw new InvalidValue(
                    "tools",
                    "must name at most " + MOST_TOOLS + " tools, each in lower-case letters, digits and underscores");
        }
    }
}
