package dev.atlas.api.bots;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.bots.BotHistory;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

/** What the caller said to bots and was answered. */
@Controller("/api/v1/bots/links")
final class BotHistoryController {

    private final BotHistory history;

    BotHistoryController(Atlas atlas) {
        this.history = atlas.bots().history();
    }

    @Get("/{id}/conversations")
    @Operation(
            id = "listOwnBotConversations",
            summary =
                    "Lists the conversations of one of the caller's accounts, the one in which something was said last first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_USE)
    CompletableFuture<Listed<BotConversationView>> conversations(Caller caller, Id<BotAccount> id, Paging paging) {
        return history.conversations(caller, id, paging.page())
                .thenApply(slice -> paging.answer(slice, BotConversationView::of));
    }

    @Get("/conversations/{id}/messages")
    @Operation(
            id = "listOwnBotMessages",
            summary = "Lists what the caller said in a conversation with a bot and was answered, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_USE)
    CompletableFuture<Listed<BotMessageView>> messages(Caller caller, Id<BotConversation> id, Paging paging) {
        return history.messages(caller, id, paging.page()).thenApply(slice -> paging.answer(slice, BotMessageView::of));
    }

    @Delete("/conversations/{id}")
    @Operation(
            id = "deleteOwnBotConversation",
            summary = "Forgets what the caller said in a conversation with a bot and was answered.",
            outcome = Outcome.DONE)
    @Requires(Permission.BOTS_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, Id<BotConversation> id, IfMatch ifMatch) {
        return Answers.done(history.removeOwn(caller, id, ifMatch.version()));
    }
}
