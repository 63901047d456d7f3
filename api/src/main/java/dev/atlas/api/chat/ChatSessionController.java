package dev.atlas.api.chat;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.ChatCatalog;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/chat/sessions")
final class ChatSessionController {

    private final ChatCatalog catalog;

    ChatSessionController(Atlas atlas) {
        this.catalog = atlas.chat().catalog();
    }

    @Post
    @Operation(id = "createChat", summary = "Begins a chat, which its owner alone sees.", outcome = Outcome.CREATED)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatSessionView> begin(Caller caller, Once once, @Body ChatSessionInput session) {
        return once.answer(
                () -> catalog.begin(caller, session.details(), session.agent()), ChatSessionController::begun);
    }

    private static MutableHttpResponse<ChatSessionView> begun(ChatSession session) {
        return Answers.created(ChatSessionView.of(session), session.version(), "/api/v1/chat/sessions/" + session.id());
    }

    @Get
    @Operation(
            id = "listChats",
            summary = "Lists the caller's chats, the one that was updated last first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<Listed<ChatSessionView>> list(
            Caller caller,
            Paging paging,
            @Nullable @Query("Only those with this text in their title; case does not count.") String titleContains,
            @Query(value = "Archived ones too.", standard = "false") boolean includeArchived) {
        return catalog.list(caller, new ChatFilter(includeArchived, titleContains), paging.page())
                .thenApply(slice -> paging.answer(slice, ChatSessionView::of));
    }

    @Get("/{id}")
    @Operation(id = "getChat", summary = "Shows a chat without its messages.", outcome = Outcome.FOUND)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<HttpResponse<ChatSessionView>> get(Caller caller, HttpRequest<?> request, Id<ChatSession> id) {
        return catalog.get(caller, id)
                .thenApply(session -> Answers.entity(request, ChatSessionView.of(session), session.version()));
    }

    @Patch("/{id}")
    @Operation(
            id = "patchChat",
            summary = "Changes the title of a chat, what answers in it, or its variables.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_USE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatSessionView> change(
            Caller caller, Id<ChatSession> id, IfMatch ifMatch, @Body ChatSessionPatch patch) {
        Committed<ChatSession> written = catalog.change(caller, id, patch.change(), ifMatch.version());
        return Answers.at(written.position(), left(written.value()));
    }

    /** A chat as a write left it. */
    static MutableHttpResponse<ChatSessionView> left(ChatSession session) {
        return Answers.changed(ChatSessionView.of(session), session.version());
    }
}
