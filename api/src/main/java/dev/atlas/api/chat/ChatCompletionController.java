package dev.atlas.api.chat;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.ChatTurns;
import dev.atlas.application.chat.Turn;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Answers of models. */
@Controller("/api/v1/chat/completions")
final class ChatCompletionController {

    private final ChatTurns turns;

    ChatCompletionController(Atlas atlas) {
        this.turns = atlas.chat().turns();
    }

    /** Where the model fails, the answer says why, and the chat keeps what was said and what had arrived. */
    @Post
    @Operation(
            id = "createCompletion",
            summary =
                    "Says something in a chat and has a model answer; a repetition with the same key asks no model again.",
            outcome = Outcome.CREATED,
            throttled = true)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatCompletionView> complete(Caller caller, Once once, @Body ChatCompletionInput input) {
        Turn turn = turns.take(caller, input.request(), once.request(), event -> {}, new Cancellation());
        if (turn.problem() != null) {
            throw turn.problem().refusal();
        }
        Committed<ChatMessage> answered = turn.answered();
        ChatMessage answer = answered.value();
        String path = "/api/v1/chat/sessions/" + answer.sessionId() + "/messages/" + answer.sequence();
        return Answers.created(ChatCompletionView.of(turn), answer.version(), answered.position(), path);
    }
}
