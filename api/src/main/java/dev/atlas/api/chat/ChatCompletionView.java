package dev.atlas.api.chat;

import dev.atlas.api.commands.CommandResultView;
import dev.atlas.api.http.View;
import dev.atlas.application.chat.Turn;
import dev.atlas.application.commands.CommandResult;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import org.jspecify.annotations.Nullable;

/** What was said in a chat, and what a model answered; or what a command told. */
@View
public record ChatCompletionView(
        String type,
        @Nullable Id<ChatSession> sessionId,
        @Nullable ChatMessageView said,
        @Nullable ChatMessageView answer,
        @Nullable CommandResultView commandResult) {

    static ChatCompletionView of(Turn turn) {
        return new ChatCompletionView(
                "message",
                turn.said().value().sessionId(),
                ChatMessageView.of(turn.said().value()),
                ChatMessageView.of(turn.answered().value()),
                null);
    }

    static ChatCompletionView of(CommandResult result) {
        return new ChatCompletionView("command", null, null, null, CommandResultView.of(result));
    }
}
