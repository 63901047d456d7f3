package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.chat.ChatUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was said to a bot, or that it answered. */
@View
public record BotMessageView(
        Id<BotMessage> id,
        Id<BotConversation> conversationId,
        BotDirection direction,
        String content,
        @Nullable String platformMessageId,
        @Nullable String agent,
        List<BotToolView> toolCalls,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable String costUsd,
        @Nullable Long durationMs,
        @Nullable String error,
        Instant createdAt,
        long version) {

    static BotMessageView of(BotMessage message) {
        ChatUsage usage = message.usage();
        BigDecimal cost = usage == null ? null : usage.costUsd();
        return new BotMessageView(
                message.id(),
                message.conversationId(),
                message.direction(),
                message.content(),
                message.platformMessageId(),
                message.agent(),
                message.toolCalls().items().stream().map(BotToolView::of).toList(),
                usage == null ? null : (Long) usage.promptTokens(),
                usage == null ? null : (Long) usage.completionTokens(),
                cost == null ? null : cost.toPlainString(),
                message.durationMs(),
                message.error(),
                message.createdAt(),
                message.version());
    }
}
