package dev.atlas.domain.agents;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Tags;
import dev.atlas.domain.Text;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ProviderConfiguration;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an agent answers.
 *
 * @param provider who is asked; absent for the usual one
 * @param models what is asked for, by provider, at most {@value #MOST_MODELS}; the provider's usual one where none is named
 * @param temperature 0 to 2, with at most 3 decimals
 * @param maxTokens how long an answer may become
 * @param systemPrompt how it is told to behave; may be empty
 * @param skills which kinds of tools it has; one for which Atlas has no tools gives it none
 */
public record AgentDetails(
        @Nullable String provider,
        SortedMap<String, String> models,
        BigDecimal temperature,
        int maxTokens,
        String systemPrompt,
        List<String> skills) {

    private static final int MOST_MODELS = 32;
    private static final int LONGEST_MODEL = 128;

    public AgentDetails {
        provider = provider == null ? null : ProviderConfiguration.id("provider", provider);
        models = models(models);
        temperature = ChatDefaults.temperature("temperature", temperature);
        maxTokens = ChatDefaults.tokens("max_tokens", maxTokens);
        systemPrompt = Text.storable("system_prompt", systemPrompt, ChatDefaults.LONGEST_PROMPT);
        skills = Tags.of("skills", skills);
    }

    private static SortedMap<String, String> models(Map<String, String> given) {
        SortedMap<String, String> models = new TreeMap<>();
        given.forEach((provider, model) -> models.put(
                ProviderConfiguration.id("models", provider), Text.required("models", model, LONGEST_MODEL)));
        if (models.size() > MOST_MODELS) {
            throw new InvalidValue("models", "must name at most " + MOST_MODELS + " providers");
        }
        return Collections.unmodifiableSortedMap(models);
    }
}
