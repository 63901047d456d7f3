package dev.atlas.api.completions;

import dev.atlas.api.http.View;
import dev.atlas.domain.usage.TokenCounts;

/** Tokens, each once: those of reasoning are among those of the completion. */
@View
public record OpenAiUsage(
        long promptTokens, long completionTokens, long totalTokens, OpenAiCompletionTokens completionTokensDetails) {

    /** What the tokens of a completion were for. */
    @View
    public record OpenAiCompletionTokens(long reasoningTokens) {}

    static OpenAiUsage of(TokenCounts tokens) {
        return new OpenAiUsage(
                tokens.prompt(), tokens.output(), tokens.total(), new OpenAiCompletionTokens(tokens.reasoning()));
    }
}
