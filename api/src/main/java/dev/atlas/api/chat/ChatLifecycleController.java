package dev.atlas.api.chat;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.ChatLifecycle;
import dev.atlas.application.chat.ChatTurns;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

@Controller("/api/v1/chat/sessions/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatLifecycleController {

    private final ChatLifecycle lifecycle;
    private final ChatTurns turns;

    ChatLifecycleController(Atlas atlas) {
        this.lifecycle = atlas.chat().lifecycle();
        this.turns = atlas.chat().turns();
    }

    @Post("/archive")
    @Operation(
            id = "archiveChat",
            summary = "Archives a chat: it leaves the usual lists and takes no messages.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_USE)
    HttpResponse<ChatSessionView> archive(Caller caller, Once once, Id<ChatSession> id, IfMatch ifMatch) {
        return once.answer(() -> lifecycle.archive(caller, id, ifMatch.version()), ChatSessionController::left);
    }

    @Post("/restore")
    @Operation(id = "restoreChat", summary = "Takes an archived chat up again.", outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_USE)
    HttpResponse<ChatSessionView> restore(Caller caller, Once once, Id<ChatSession> id, IfMatch ifMatch) {
        return once.answer(() -> lifecycle.restore(caller, id, ifMatch.version()), ChatSessionController::left);
    }

    /** On whichever node it is asked; whoever waits for the answer is told, within about a second. */
    @Post("/cancel")
    @Operation(
            id = "cancelCompletions",
            summary = "Takes back what is being asked in a chat; what has arrived of the answer is kept.",
            outcome = Outcome.WRITTEN)
    @Requires(Permission.CHAT_USE)
    HttpResponse<CancelledView> cancel(Caller caller, Id<ChatSession> id) {
        Committed<List<ChatMessage>> cancelled = turns.cancel(caller, id);
        return Answers.at(cancelled.position(), HttpResponse.ok(CancelledView.of(cancelled.value())));
    }

    @Delete
    @Operation(id = "deleteChat", summary = "Removes a chat with its messages, for ever.", outcome = Outcome.DONE)
    @Requires(Permission.CHAT_USE)
    HttpResponse<Void> delete(Caller caller, Id<ChatSession> id, IfMatch ifMatch) {
        return Answers.done(lifecycle.delete(caller, id, ifMatch.version()));
    }
}
