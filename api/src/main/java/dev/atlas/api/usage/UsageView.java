package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.domain.usage.UsageFigures;
import org.jspecify.annotations.Nullable;

/** What calls of models come to. */
@View
public record UsageView(
        long totalRequests,
        long failedRequests,
        long cancelledRequests,
        long interruptedRequests,
        long totalTokens,
        long totalPromptTokens,
        long totalCompletionTokens,
        long totalReasoningTokens,
        String totalCostUsd,
        long unpricedRequests,
        @Nullable Double avgTokensPerRequest,
        @Nullable String avgCostPerRequest,
        @Nullable Double avgTokensPerSecond,
        @Nullable Double avgDurationMs,
        @Nullable Double avgFirstTokenMs) {

    static UsageView of(UsageFigures figures) {
        return new UsageView(
                figures.calls(),
                figures.failed(),
                figures.cancelled(),
                figures.interrupted(),
                figures.totalTokens(),
                figures.promptTokens(),
                figures.completionTokens(),
                figures.reasoningTokens(),
                figures.costUsd().toPlainString(),
                figures.unpriced(),
                Averages.of(figures.totalTokens(), figures.calls()),
                Averages.cost(figures),
                Averages.speed(figures),
                Averages.of(figures.durationMs(), figures.timed()),
                Averages.of(figures.firstTokenMs(), figures.began()));
    }
}
