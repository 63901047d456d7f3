package dev.atlas.api.chat;

import dev.atlas.api.http.Pieces;
import dev.atlas.api.http.Problem;
import dev.atlas.application.chat.BegunTurn;
import dev.atlas.application.chat.Turn;
import dev.atlas.application.commands.CommandResult;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatUsage;
import io.micronaut.http.sse.Event;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * The answer of a turn as server-sent events, at the pace of whoever reads them. The turn is ended on a thread of its own, also
 * after the reader has gone.
 */
final class ChatCompletionStream {

    private final Cancellation cancellation = new Cancellation();
    private final Pieces<Event<ChatCompletionEventView>> pieces = new Pieces<>(cancellation::abandon);

    private ChatCompletionStream() {}

    /** @param problems what a client is told of what went wrong */
    static Flux<Event<ChatCompletionEventView>> of(BegunTurn turn, Function<Throwable, Problem> problems) {
        ChatCompletionStream stream = new ChatCompletionStream();
        Thread.ofVirtual().name("atlas-completion").start(() -> stream.run(turn, problems));
        return stream.pieces.published();
    }

    /** What a command told. */
    static Event<ChatCompletionEventView> of(CommandResult result) {
        return event("command", ChatCompletionEventView.command(result));
    }

    private void run(BegunTurn turn, Function<Throwable, Problem> problems) {
        try (pieces) {
            pieces.last(event("session", ChatCompletionEventView.session(turn.session())));
            end(turn, problems);
        }
    }

    private void end(BegunTurn turn, Function<Throwable, Problem> problems) {
        try {
            tell(turn.end(this::tell, cancellation));
        } catch (Pieces.ReaderGone e) {
            // the turn is kept all the same
        } catch (RuntimeException e) {
            pieces.last(event("error", ChatCompletionEventView.error(problems.apply(e))));
        }
    }

    private void tell(ModelEvent event) {
        switch (event) {
            case ModelEvent.Text(String text) -> put("content", ChatCompletionEventView.content(text));
            case ModelEvent.ToolCalled(ToolRequest call) ->
                put("tool_start", ChatCompletionEventView.tool(ToolCallView.running(call)));
            case ModelEvent.ToolAnswered answered ->
                put("tool_result", ChatCompletionEventView.tool(ToolCallView.of(answered)));
        }
    }

    private void tell(Turn turn) {
        ChatMessage answer = turn.answered().value();
        ChatUsage usage = answer.entry().usage();
        if (usage != null) {
            put(
                    "usage",
                    ChatCompletionEventView.usage(usage.promptTokens(), usage.completionTokens(), usage.costUsd()));
        }
        if (turn.problem() == null) {
            put("done", ChatCompletionEventView.done(answer));
        } else {
            put("error", ChatCompletionEventView.error(turn.problem(), answer));
        }
    }

    private void put(String name, ChatCompletionEventView data) {
        pieces.put(event(name, data));
    }

    private static Event<ChatCompletionEventView> event(String name, ChatCompletionEventView data) {
        return Event.of(data).name(name);
    }
}
