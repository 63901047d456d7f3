package dev.atlas.api.chat;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of a chat. */
@View
public record ChatMessageView(
        Id<ChatMessage> id,
        Id<ChatSession> sessionId,
        long sequence,
        ChatRole role,
        MessageState state,
        String content,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable String costUsd,
        List<ToolCallView> toolCalls,
        Json.Obj metadata,
        Instant createdAt,
        long version) {

    static ChatMessageView of(ChatMessage message) {
        ChatEntry entry = message.entry();
        ChatUsage usage = entry.usage();
        BigDecimal cost = usage == null ? null : usage.costUsd();
        return new ChatMessageView(
                message.id(),
                message.sessionId(),
                message.sequence(),
                entry.role(),
                entry.state(),
                entry.content(),
                entry.provider(),
                entry.model(),
                usage == null ? null : (Long) usage.promptTokens(),
                usage == null ? null : (Long) usage.completionTokens(),
                cost == null ? null : cost.toPlainString(),
                entry.toolCalls().stream().map(ToolCallView::of).toList(),
                entry.metadata(),
                message.createdAt(),
                message.version());
    }
}
