package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.application.bots.platform.BotUsage;
import dev.atlas.domain.bots.BotFigures;
import org.jspecify.annotations.Nullable;

/** What an agent was used for by bots. */
@View
public record BotAgentUsageView(
        @Nullable String agent,
        long totalMessages,
        long inboundMessages,
        long outboundMessages,
        long totalInputTokens,
        long totalOutputTokens,
        String totalCostUsd,
        long unpricedMessages,
        long failedMessages) {

    static BotAgentUsageView of(BotUsage.OfAgent usage) {
        BotFigures figures = usage.figures();
        return new BotAgentUsageView(
                usage.agent(),
                figures.messages(),
                figures.inbound(),
                figures.outbound(),
                figures.inputTokens(),
                figures.outputTokens(),
                figures.costUsd().toPlainString(),
                figures.unpriced(),
                figures.errors());
    }
}
