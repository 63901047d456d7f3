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
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/v1/chat/sessions/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatLifecycleController {

    private final ChatLifecycle lifecycle;

    ChatLifecycleController(Atlas atlas) {
        this.lifecycle = atlas.chat().lifecycle();
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

    @Delete
    @Operation(id = "deleteChat", summary = "Removes a chat with its messages, for ever.", outcome = Outcome.DONE)
    @Requires(Permission.CHAT_USE)
    HttpResponse<Void> delete(Caller caller, Id<ChatSession> id, IfMatch ifMatch) {
        return Answers.done(lifecycle.delete(caller, id, ifMatch.version()));
    }
}
