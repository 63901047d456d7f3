package dev.atlas.api.bots;

import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.bots.platform.BotStatistics;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What bots are used for. */
@Controller("/api/v1/bots/usage")
final class BotUsageController {

    private final BotStatistics statistics;

    BotUsageController(Atlas atlas) {
        this.statistics = atlas.botService().statistics();
    }

    @Get
    @Operation(
            id = "getBotUsage",
            summary = "Adds up what was said to bots and answered, all together, by platform and by agent.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.BOTS_MANAGE)
    CompletableFuture<BotUsageView> usage(
            Caller caller,
            @Query(value = "How many days back.", standard = "30", min = 1, max = BotStatistics.MOST_DAYS) long days,
            @Nullable @Query("Only what was said there.") BotPlatform platform) {
        return statistics.usage(caller, days, platform).thenApply(BotUsageView::of);
    }
}
