package dev.atlas.api.bots;

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
import dev.atlas.application.bots.BotAccountCatalog;
import dev.atlas.application.bots.NamedAccount;
import dev.atlas.application.identity.Placed;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts on chat platforms. */
@Controller("/api/v1/bots/accounts")
final class BotAccountController {

    private final BotAccountCatalog accounts;

    BotAccountController(Atlas atlas) {
        this.accounts = atlas.bots().accounts();
    }

    @Get
    @Operation(
            id = "listBotAccounts",
            summary = "Lists the accounts on chat platforms that are linked to users, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_MANAGE)
    CompletableFuture<Listed<BotAccountView>> list(
            Caller caller,
            Paging paging,
            @Nullable @Query("Only those there.") BotPlatform platform,
            @Nullable @Query("Only those of this user.") Id<User> user) {
        return accounts.all(caller, platform, user, paging.page())
                .thenApply(slice -> paging.answer(slice, BotAccountView::of));
    }

    @Post
    @Operation(
            id = "linkBotAccount",
            summary = "Links somebody on a chat platform to a user, without a code; one who is that user stays so.",
            outcome = Outcome.PLACED)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<BotAccountView> link(Caller caller, Once once, @Body BotAccountInput account) {
        return once.answer(
                () -> accounts.link(caller, account.userId(), account.wanted()), BotAccountController::placed);
    }

    private static MutableHttpResponse<BotAccountView> placed(Placed<NamedAccount> placed) {
        BotAccount account = placed.stored().account();
        BotAccountView view = BotAccountView.of(placed.stored());
        return placed.added()
                ? Answers.created(view, account.version(), "/api/v1/bots/accounts/" + account.id())
                : Answers.changed(view, account.version());
    }

    /** Whole each time: its version says nothing of when it spoke last. */
    @Get("/{id}")
    @Operation(
            id = "getBotAccount",
            summary = "Shows an account on a chat platform that is linked to a user.",
            outcome = Outcome.VERSIONED)
    @Requires(Permission.BOTS_MANAGE)
    CompletableFuture<HttpResponse<BotAccountView>> get(Caller caller, Id<BotAccount> id) {
        return accounts.get(caller, id)
                .thenApply(named -> Answers.changed(
                        BotAccountView.of(named), named.account().version()));
    }

    @Delete("/{id}")
    @Operation(
            id = "unlinkBotAccount",
            summary = "Ends what links an account on a chat platform to a user.",
            outcome = Outcome.DONE)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> unlink(Caller caller, Id<BotAccount> id, IfMatch ifMatch) {
        return Answers.done(accounts.unlink(caller, id, ifMatch.version()));
    }
}
