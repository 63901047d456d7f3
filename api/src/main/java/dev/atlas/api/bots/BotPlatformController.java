package dev.atlas.api.bots;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.bots.platform.BotAdministration;
import dev.atlas.application.identity.Placed;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

/** The chat platforms, and the bot on each. */
@Controller("/api/v1/bots/platforms")
final class BotPlatformController {

    private final BotAdministration bots;

    BotPlatformController(Atlas atlas) {
        this.bots = atlas.botService().administration();
    }

    @Get
    @Operation(
            id = "listBotPlatforms",
            summary = "Lists the chat platforms; none of them is asked.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_MANAGE)
    CompletableFuture<Listed<BotStatusView>> list(Caller caller) {
        return bots.list(caller)
                .thenApply(
                        all -> new Listed<>(all.stream().map(BotStatusView::of).toList(), null));
    }

    @Get("/{platform}")
    @Operation(
            id = "getBotPlatform",
            summary = "Shows a chat platform, and asks it how the bot does.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    BotStatusView get(Caller caller, BotPlatform platform) {
        return BotStatusView.of(bots.get(caller, platform));
    }

    @Put("/{platform}")
    @Operation(
            id = "putBotPlatform",
            summary = "Sets a bot up, and has the platform send what is said to it.",
            outcome = Outcome.PLACED)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<BotStatusView> put(Caller caller, BotPlatform platform, IfMatch ifMatch, @Body BotSetupInput input) {
        Committed<Placed<BotAdministration.Shown>> put = bots.put(caller, platform, input.setup(), ifMatch.version());
        BotStatusView view = BotStatusView.of(put.value().stored());
        return put.value().added()
                ? Answers.created(view, view.version(), put.position(), "/api/v1/bots/platforms/" + Words.of(platform))
                : Answers.changed(view, view.version(), put.position());
    }

    @Post("/{platform}/enable")
    @Operation(id = "enableBotPlatform", summary = "Puts a bot into use.", outcome = Outcome.CHANGED)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<BotStatusView> enable(Caller caller, BotPlatform platform, IfMatch ifMatch) {
        return changed(bots.enable(caller, platform, true, ifMatch.version()));
    }

    @Post("/{platform}/disable")
    @Operation(
            id = "disableBotPlatform",
            summary = "Takes a bot out of use: it hears nothing, and what waits is answered once it is back.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<BotStatusView> disable(Caller caller, BotPlatform platform, IfMatch ifMatch) {
        return changed(bots.enable(caller, platform, false, ifMatch.version()));
    }

    @Post("/{platform}/test")
    @Operation(
            id = "testBotPlatform",
            summary = "Has a bot say something in a conversation, and waits for the platform to take it.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    BotTestView test(Caller caller, BotPlatform platform, @Body BotTestInput input) {
        return new BotTestView(bots.test(caller, platform, input.conversation()).orElse(null));
    }

    private static HttpResponse<BotStatusView> changed(Committed<BotAdministration.Shown> shown) {
        BotStatusView view = BotStatusView.of(shown.value());
        return Answers.changed(view, view.version(), shown.position());
    }
}
