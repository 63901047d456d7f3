package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.application.bots.platform.BotUsage;
import dev.atlas.domain.bots.BotFigures;
import java.time.Instant;
import java.util.List;

/** What bots were used for since a time. */
@View
public record BotUsageView(
        long periodDays,
        Instant since,
        long totalMessages,
        long inboundMessages,
        long outboundMessages,
        long totalConversations,
        long totalLinkedAccounts,
        long totalInputTokens,
        long totalOutputTokens,
        String totalCostUsd,
        long unpricedMessages,
        long failedMessages,
        List<BotPlatformUsageView> byPlatform,
        List<BotAgentUsageView> byAgent) {

    static BotUsageView of(BotUsage usage) {
        BotFigures figures = usage.figures();
        return new BotUsageView(
                usage.days(),
                usage.since(),
                figures.messages(),
                figures.inbound(),
                figures.outbound(),
                usage.conversations(),
                usage.linkedAccounts(),
                figures.inputTokens(),
                figures.outputTokens(),
                figures.costUsd().toPlainString(),
                figures.unpriced(),
                figures.errors(),
                usage.byPlatform().stream().map(BotPlatformUsageView::of).toList(),
                usage.byAgent().stream().map(BotAgentUsageView::of).toList());
    }
}
