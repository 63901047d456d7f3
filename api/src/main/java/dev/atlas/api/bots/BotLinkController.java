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
import dev.atlas.application.Refusal;
import dev.atlas.application.bots.BotAccountCatalog;
import dev.atlas.application.bots.LinkCodeIssue;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

/** The caller's accounts on chat platforms. */
@Controller("/api/v1/bots/links")
final class BotLinkController {

    private final LinkCodeIssue codes;
    private final BotAccountCatalog accounts;

    BotLinkController(Atlas atlas) {
        this.codes = atlas.bots().codes();
        this.accounts = atlas.bots().accounts();
    }

    /** Not with a key for repetition: what is answered then would have to be kept, and the code is kept nowhere. */
    @Post("/{platform}/codes")
    @Operation(
            id = "createLinkCode",
            summary = "Makes a code with which the caller proves to a bot who they are, and shows it, this once.",
            outcome = Outcome.WRITTEN)
    @Requires(Permission.BOTS_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<LinkCodeView> issue(Caller caller, String platform) {
        Committed<LinkCodeIssue.Issued> issued = codes.issue(caller, existing(platform));
        return Answers.at(issued.position(), HttpResponse.ok(LinkCodeView.of(issued.value())))
                .header("Cache-Control", "no-store");
    }

    @Get
    @Operation(
            id = "listOwnBotAccounts",
            summary = "Lists the accounts on chat platforms that are linked to the caller, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_USE)
    CompletableFuture<Listed<BotAccountView>> list(Caller caller, Paging paging) {
        return accounts.own(caller, paging.page()).thenApply(slice -> paging.answer(slice, BotAccountView::of));
    }

    @Delete("/{id}")
    @Operation(
            id = "unlinkOwnBotAccount",
            summary = "Ends what links an account on a chat platform to the caller.",
            outcome = Outcome.DONE)
    @Requires(Permission.BOTS_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> unlink(Caller caller, Id<BotAccount> id, IfMatch ifMatch) {
        return Answers.done(accounts.unlinkOwn(caller, id, ifMatch.version()));
    }

    private static BotPlatform existing(String platform) {
        try {
            return BotPlatform.of("platform", platform);
        } catch (InvalidValue e) {
            throw new Refusal.NotFound("bot_platform.not_found", "There is no such platform.");
        }
    }
}
