package dev.atlas.api.bots;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.bots.BotHistory;
import dev.atlas.application.bots.platform.BotAdministration;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is said to bots, for those who administer them. */
@Controller("/api/v1/bots/conversations")
final class BotConversationController {

    private final BotAdministration bots;
    private final BotHistory history;

    BotConversationController(Atlas atlas) {
        this.bots = atlas.botService().administration();
        this.history = atlas.bots().history();
    }

    @Get
    @Operation(
            id = "listBotConversations",
            summary = "Lists conversations with bots, the one in which something was said last first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_MANAGE)
    CompletableFuture<Listed<BotConversationView>> list(
            Caller caller,
            Paging paging,
            @Nullable @Query("Only those there.") BotPlatform platform,
            @Nullable @Query("Only those of this account.") Id<BotAccount> account) {
        return bots.conversations(caller, platform, account, paging.page())
                .thenApply(slice -> paging.answer(slice, BotConversationView::of));
    }

    @Get("/{id}/messages")
    @Operation(
            id = "listBotMessages",
            summary = "Lists what was said in a conversation with a bot, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_MANAGE)
    CompletableFuture<Listed<BotMessageView>> messages(Caller caller, Id<BotConversation> id, Paging paging) {
        return bots.messages(caller, id, paging.page()).thenApply(slice -> paging.answer(slice, BotMessageView::of));
    }

    @Delete("/{id}")
    @Operation(
            id = "deleteBotConversation",
            summary = "Forgets a conversation with a bot, with all that was said in it.",
            outcome = Outcome.DONE)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, Id<BotConversation> id, IfMatch ifMatch) {
        return Answers.done(history.remove(caller, id, ifMatch.version()));
    }
}
