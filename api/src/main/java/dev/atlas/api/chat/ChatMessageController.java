package dev.atlas.api.chat;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.ChatLog;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/chat/sessions/{id}/messages")
final class ChatMessageController {

    private final ChatLog log;

    ChatMessageController(Atlas atlas) {
        this.log = atlas.chat().log();
    }

    @Post
    @Operation(
            id = "createMessage",
            summary = "Says something in a chat; no model is asked.",
            outcome = Outcome.CREATED)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatMessageView> append(Caller caller, Once once, Id<ChatSession> id, @Body ChatMessageInput message) {
        return once.answer(() -> log.append(caller, id, message.entry()), ChatMessageController::made);
    }

    private static MutableHttpResponse<ChatMessageView> made(ChatMessage message) {
        String path = "/api/v1/chat/sessions/" + message.sessionId() + "/messages/" + message.sequence();
        return Answers.created(ChatMessageView.of(message), message.version(), path);
    }

    @Get("/{message}")
    @Operation(id = "getMessage", summary = "Shows a message of a chat.", outcome = Outcome.FOUND)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<HttpResponse<ChatMessageView>> get(
            Caller caller, HttpRequest<?> request, Id<ChatSession> id, int message) {
        return log.get(caller, id, message)
                .thenApply(found -> Answers.entity(request, ChatMessageView.of(found), found.version()));
    }

    /** The cursor is the number of the last message seen. */
    @Get
    @Operation(id = "listMessages", summary = "Lists the messages of a chat, from either end.", outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<Listed<ChatMessageView>> list(
            Caller caller,
            Id<ChatSession> id,
            @Query(value = "From which end.", standard = "oldest_first") MessageOrder order,
            @Query(value = "How many at most.", standard = "50", min = 1, max = Page.MAX_LIMIT) long limit,
            @Nullable @Query(value = "The value of next from the page before.", min = 1) Long cursor) {
        int shown = (int) limit;
        return (switch (order) {
                    case OLDEST_FIRST -> log.after(caller, id, cursor, shown + 1);
                    case NEWEST_FIRST -> log.before(caller, id, cursor, shown + 1);
                })
                .thenApply(found -> page(found, shown));
    }

    private static Listed<ChatMessageView> page(List<ChatMessage> found, int shown) {
        List<ChatMessage> page = found.subList(0, Math.min(shown, found.size()));
        return new Listed<>(
                page.stream().map(ChatMessageView::of).toList(),
                found.size() > shown ? Long.toString(page.getLast().sequence()) : null);
    }
}
