package dev.atlas.api.chat;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatTotals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A chat of the caller's, and what its messages come to. */
@View
public record ChatSessionView(
        Id<ChatSession> id,
        @Nullable String title,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String agent,
        Json.Obj variables,
        @Nullable Instant archivedAt,
        long messageCount,
        long promptTokens,
        long completionTokens,
        long totalTokens,
        String costUsd,
        long unpricedCount,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ChatSessionView of(ChatSession session) {
        ChatTotals totals = session.totals();
        return new ChatSessionView(
                session.id(),
                session.title(),
                session.provider(),
                session.model(),
                session.agent(),
                session.variables(),
                session.archivedAt(),
                totals.messages(),
                totals.promptTokens(),
                totals.completionTokens(),
                totals.promptTokens() + totals.completionTokens(),
                totals.costUsd().toPlainString(),
                totals.unpriced(),
                session.createdAt(),
                session.updatedAt(),
                session.version());
    }
}
