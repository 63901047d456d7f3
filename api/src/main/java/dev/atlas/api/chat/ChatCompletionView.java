package dev.atlas.api.chat;

import dev.atlas.api.http.View;
import dev.atlas.application.chat.Turn;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;

/** What was said in a chat, and what a model answered. */
@View
public record ChatCompletionView(Id<ChatSession> sessionId, ChatMessageView said, ChatMessageView answer) {

    static ChatCompletionView of(Turn turn) {
        return new ChatCompletionView(
                turn.said().value().sessionId(),
                ChatMessageView.of(turn.said().value()),
                ChatMessageView.of(turn.answered().value()));
    }
}
