package dev.atlas.api.chat;

import dev.atlas.api.http.View;
import dev.atlas.domain.chat.ChatMessage;
import org.jspecify.annotations.Nullable;

/** What became of an answer that waited for an approval. */
@View
public record ToolApprovalView(
        ChatMessageView decided, @Nullable ChatMessageView answer) {

    static ToolApprovalView of(ChatMessage message, @Nullable ChatMessage answer) {
        return new ToolApprovalView(ChatMessageView.of(message), answer == null ? null : ChatMessageView.of(answer));
    }
}
