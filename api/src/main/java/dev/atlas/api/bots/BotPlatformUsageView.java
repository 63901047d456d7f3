package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.application.bots.platform.BotUsage;
import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotPlatform;

/** What a bot on one platform was used for. */
@View
public record BotPlatformUsageView(
        BotPlatform platform,
        long totalMessages,
        long inboundMessages,
        long outboundMessages,
        long totalConversations,
        long totalLinkedAccounts,
        long totalInputTokens,
        long totalOutputTokens,
        String totalCostUsd,
        long unpricedMessages,
        long failedMessages) {

    static BotPlatformUsageView of(BotUsage.OfPlatform usage) {
        BotFigures figures = usage.figures();
        return new BotPlatformUsageView(
                usage.platform(),
                figures.messages(),
                figures.inbound(),
                figures.outbound(),
                usage.conversations(),
                usage.linkedAccounts(),
                figures.inputTokens(),
                figures.outputTokens(),
                figures.costUsd().toPlainString(),
                figures.unpriced(),
                figures.errors());
    }
}
