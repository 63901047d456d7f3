package dev.atlas.api.completions;

import dev.atlas.api.http.View;
import dev.atlas.domain.usage.TokenCounts;

/** Tokens, each once: those of reasoning are among those of the completion. */
@View
public record OpenAiUsage(long promptTokens, long completionTokens, long totalTokens) {

    static OpenAiUsage of(TokenCounts tokens) {
        return new OpenAiUsage(tokens.prompt(), tokens.output(), tokens.total());
    }
}
