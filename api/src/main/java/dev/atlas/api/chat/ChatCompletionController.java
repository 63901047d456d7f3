package dev.atlas.api.chat;

import dev.atlas.api.http.Answers;
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
import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.reactivestreams.Publisher;

/** Answers of models. */
@Controller("/api/v1/chat/completions")
final class ChatCompletionController {

    private final ChatTurns turns;

    ChatCompletionController(Atlas atlas) {
        this.turns = atlas.chat().turns();
    }

    /**
     * At once, or as it comes, if {@code text/event-stream} is asked for by name. Where the model fails, the answer says why, and
     * the chat keeps what was said and what had arrived.
     */
    @Post
    @Operation(
            id = "createCompletion",
            summary =
                    "Says something in a chat, or begins one with it, and has a model answer; a repetition with the same key asks no model again.",
            outcome = Outcome.CREATED,
            throttled = true,
            event = ChatCompletionEventView.class,
            eventName = "content")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatCompletionView> complete(
            HttpRequest<?> request, Caller caller, Once once, @Body ChatCompletionInput input) {
        BegunTurn begun = turns.begin(caller, input.request(), once.request());
        return request.accept().contains(MediaType.TEXT_EVENT_STREAM_TYPE)
                ? streamed(ChatCompletionStream.of(
                        begun, error -> Problems.of(request, error).body()))
                : whole(begun.end(event -> {}, new Cancellation()));
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
    private static HttpResponse<ChatCompletionView> streamed(Publisher<?> events) {
        return (HttpResponse<ChatCompletionView>)
                (HttpResponse<?>) HttpResponse.created(events).contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }
}
