package dev.atlas.api.chat;

import dev.atlas.api.commands.CommandResultView;
import dev.atlas.api.http.Problem;
import dev.atlas.api.http.View;
import dev.atlas.application.commands.CommandResult;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What happens while a model answers; the name of the event says which members are there: {@code session} ({@code session_id}),
 * {@code content} ({@code text}), {@code tool_start} and {@code tool_result} ({@code tool_call}), {@code usage} (tokens and cost), and at last {@code done} ({@code answer}) or {@code error}
 * ({@code code}, {@code detail}, and {@code answer}, if some of it is stored); or {@code command} alone ({@code command_result}).
 */
@View
public record ChatCompletionEventView(
        @Nullable Id<ChatSession> sessionId,
        @Nullable String text,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable String costUsd,
        @Nullable ToolCallView toolCall,
        @Nullable ChatMessageView answer,
        @Nullable String code,
        @Nullable String detail,
        @Nullable CommandResultView commandResult) {

    static ChatCompletionEventView session(Id<ChatSession> id) {
        return new ChatCompletionEventView(id, null, null, null, null, null, null, null, null, null);
    }

    static ChatCompletionEventView content(String text) {
        return new ChatCompletionEventView(null, text, null, null, null, null, null, null, null, null);
    }

    static ChatCompletionEventView usage(long promptTokens, long completionTokens, @Nullable BigDecimal cost) {
        String costUsd = cost == null ? null : cost.toPlainString();
        return new ChatCompletionEventView(
                null, null, promptTokens, completionTokens, costUsd, null, null, null, null, null);
    }

    static ChatCompletionEventView tool(ToolCallView call) {
        return new ChatCompletionEventView(null, null, null, null, null, call, null, null, null, null);
    }

    static ChatCompletionEventView command(CommandResult result) {
        return new ChatCompletionEventView(
                null, null, null, null, null, null, null, null, null, CommandResultView.of(result));
    }

    static ChatCompletionEventView done(ChatMessage answer) {
        return new ChatCompletionEventView(
                null, null, null, null, null, null, ChatMessageView.of(answer), null, null, null);
    }

    static ChatCompletionEventView error(ProviderProblem problem, ChatMessage answer) {
        return new ChatCompletionEventView(
                null,
                null,
                null,
                null,
                null,
                null,
                ChatMessageView.of(answer),
                problem.code(),
                problem.message(),
                null);
    }

    static ChatCompletionEventView error(Problem problem) {
        return new ChatCompletionEventView(
                null, null, null, null, null, null, null, problem.code(), problem.detail(), null);
    }
}
