package dev.atlas.providers;

import dev.atlas.application.providers.ModelUsage;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** What an answer took; {@link ModelUsage} says how each provider counts. */
final class Usage {

    private Usage() {}

    static @Nullable ModelUsage of(@Nullable TokenUsage usage) {
        if (usage == null || (usage.inputTokenCount() == null && usage.outputTokenCount() == null)) {
            return null;
        }
        long prompt = count(usage.inputTokenCount());
        long completion = count(usage.outputTokenCount());
        return switch (usage) {
            case OpenAiTokenUsage openAi ->
                new ModelUsage(
                        prompt,
                        completion,
                        openAi.outputTokensDetails() == null
                                ? 0
                                : count(openAi.outputTokensDetails().reasoningTokens()),
                        true);
            case AnthropicTokenUsage anthropic ->
                new ModelUsage(
                        prompt + count(anthropic.cacheCreationInputTokens()) + count(anthropic.cacheReadInputTokens()),
                        completion,
                        0,
                        true);
            case GoogleAiGeminiTokenUsage gemini ->
                new ModelUsage(prompt, completion, count(gemini.thoughtsTokenCount()), false);
            default -> new ModelUsage(prompt, completion, 0, true);
        };
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
