package dev.atlas.api.usage;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Queries;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.usage.UsageStatistics;
import dev.atlas.application.usage.UsageTrend;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.usage.UsageInterval;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the caller used. */
@Controller("/api/v1/me/usage")
final class OwnUsageController {

    private final UsageStatistics statistics;

    OwnUsageController(Atlas atlas) {
        this.statistics = atlas.usage().own();
    }

    @Get("/totals")
    @Operation(id = "getOwnUsage", summary = "Adds up the caller's own calls.", outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<UsageView> totals(Caller caller, @Queries OwnCallsQuery calls, @Queries PeriodQuery period) {
        return statistics.totals(caller, calls.during(period)).thenApply(UsageView::of);
    }

    @Get("/shares")
    @Operation(
            id = "listOwnUsageShares",
            summary = "Adds up the caller's own calls by what they are told apart by, those that cost most first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<UsageSharesView> shares(
            Caller caller,
            @Query(value = "What is told apart.", standard = "model") ShareOf by,
            @Query(value = "How many at most.", standard = "20", min = 1, max = 100) long limit,
            @Queries OwnCallsQuery calls,
            @Queries PeriodQuery period) {
        return statistics
                .shares(caller, calls.during(period), by.grouping(), (int) limit)
                .thenApply(UsageSharesView::of);
    }

    @Get("/trend")
    @Operation(
            id = "getOwnUsageTrend",
            summary = "Adds up the caller's own calls by hour, day or month, ascending.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<UsageTrendView> trend(
            Caller caller,
            @Query(value = "How long each part is.", standard = "day") UsageInterval interval,
            @Query(value = "By whose clocks.", standard = "UTC") String zone,
            @Query(value = "Whether parts without any calls are shown too.", standard = "false") boolean gaps,
            @Queries OwnCallsQuery calls,
            @Queries PeriodQuery period) {
        UsageTrend trend = new UsageTrend(interval, Zones.read(zone), gaps);
        return statistics.trend(caller, calls.during(period), trend).thenApply(UsageTrendView::of);
    }

    @Get("/dashboard")
    @Operation(
            id = "getOwnUsageDashboard",
            summary = "Adds up the caller's own calls of today, the last 7 and 30 days and ever.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<UsageDashboardView> dashboard(
            Caller caller,
            @Query(value = "Where days begin.", standard = "UTC") String zone,
            @Queries OwnCallsQuery calls) {
        return statistics.dashboard(caller, calls.filter(), Zones.read(zone)).thenApply(UsageDashboardView::of);
    }

    @Get("/records")
    @Operation(
            id = "listOwnUsageRecords",
            summary = "Lists the caller's own calls, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<Listed<UsageRecordView>> records(
            Caller caller,
            Paging paging,
            @Queries OwnCallsQuery calls,
            @Nullable @Query("Only in this chat.") Id<ChatSession> session,
            @Queries PeriodQuery period) {
        return statistics
                .records(caller, calls.during(period).records(session), paging.page())
                .thenApply(slice -> paging.answer(slice, UsageRecordView::of));
    }

    @Get("/export")
    @Operation(
            id = "exportOwnUsage",
            summary = "Hands out the caller's own calls as CSV, newest first.",
            outcome = Outcome.SHOWN)
    @Produces(CsvFile.TYPE)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<StreamedFile> export(
            Caller caller,
            @Queries OwnCallsQuery calls,
            @Nullable @Query("Only in this chat.") Id<ChatSession> session,
            @Queries PeriodQuery period) {
        return CsvFile.sent(statistics.csv(caller, calls.during(period).records(session)), "atlas-usage.csv");
    }
}
