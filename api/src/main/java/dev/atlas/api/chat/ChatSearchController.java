package dev.atlas.api.chat;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.ChatLog;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletableFuture;

/** Messages of all chats of the caller; titles are searched where chats are listed. */
@Controller("/api/v1/chat/messages")
final class ChatSearchController {

    private final ChatLog log;

    ChatSearchController(Atlas atlas) {
        this.log = atlas.chat().log();
    }

    @Get
    @Operation(
            id = "searchMessages",
            summary = "Lists the messages in all of the caller's chats that hold a text, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<Listed<ChatMessageView>> containing(
            Caller caller, Paging paging, @Query("The text; case does not count.") String contains) {
        return log.containing(caller, contains, paging.page())
                .thenApply(slice -> paging.answer(slice, ChatMessageView::of));
    }
}
