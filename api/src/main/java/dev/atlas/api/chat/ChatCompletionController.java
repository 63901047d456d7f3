package dev.atlas.api.chat;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.InChat;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Problems;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.BegunTurn;
import dev.atlas.application.chat.ChatTurns;
import dev.atlas.application.chat.Turn;
import dev.atlas.application.chat.TurnRequest;
import dev.atlas.application.commands.CommandResult;
import dev.atlas.application.commands.SlashCommands;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import reactor.core.publisher.Flux;

/** Answers of models. */
@Controller("/api/v1/chat/completions")
final class ChatCompletionController {

    private final ChatTurns turns;
    private final SlashCommands commands;

    ChatCompletionController(Atlas atlas) {
        this.turns = atlas.chat().turns();
        this.commands = atlas.commands();
    }

    /**
     * At once, or as it comes, if {@code text/event-stream} is asked for by name. Where the model fails, the answer says why, and
     * the chat keeps what was said and what had arrived.
     */
    @Post
    @Operation(
            id = "createCompletion",
            summary =
                    "Says something in a chat, or begins one with it, and has a model answer; a repetition with the same key asks no model again. What begins with a slash is a command, and stores nothing.",
            outcome = Outcome.CREATED_OR_TOLD,
            throttled = true,
            event = ChatCompletionEventView.class,
            eventName = "content")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatCompletionView> complete(
            HttpRequest<?> request, Caller caller, Once once, @Body ChatCompletionInput input) {
        boolean streams = request.accept().contains(MediaType.TEXT_EVENT_STREAM_TYPE);
        TurnRequest turn = input.request();
        if (SlashCommands.isCommand(turn.content())) {
            return told(commands.run(caller, turn.content()), streams);
        }
        BegunTurn begun = turns.begin(caller, turn, once.request());
        return streams
                ? streamed(HttpResponse.created(ChatCompletionStream.of(
                        begun, error -> Problems.of(request, error).body())))
                : whole(begun);
    }

    /** What is typed behind a slash is told at once, and nothing is stored. */
    private static HttpResponse<ChatCompletionView> told(CommandResult result, boolean streams) {
        return streams
                ? streamed(HttpResponse.ok(Flux.just(ChatCompletionStream.of(result))))
                : HttpResponse.ok(ChatCompletionView.of(result));
    }

    /** What goes wrong by now names the chat: a client that began it knows no other way where its words are. */
    private static HttpResponse<ChatCompletionView> whole(BegunTurn begun) {
        try {
            return whole(begun.end(event -> {}, new Cancellation()));
        } catch (RuntimeException e) {
            throw new InChat(begun.session(), e);
        }
    }

    private static HttpResponse<ChatCompletionView> whole(Turn turn) {
        if (turn.problem() != null) {
            throw turn.problem().refusal();
        }
        Committed<ChatMessage> answered = turn.answered();
        ChatMessage answer = answered.value();
        String path = "/api/v1/chat/sessions/" + answer.sessionId() + "/messages/" + answer.sequence();
        return Answers.created(ChatCompletionView.of(turn), answer.version(), answered.position(), path);
    }

    @SuppressWarnings("unchecked") // what is written is what the body is, not what the route says
    private static HttpResponse<ChatCompletionView> streamed(MutableHttpResponse<?> events) {
        return (HttpResponse<ChatCompletionView>)
                (HttpResponse<?>) events.contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }
}
