package dev.atlas.api.usage;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.usage.UsageQuestion;
import dev.atlas.application.usage.UsageStatistics;
import dev.atlas.application.usage.UsageTrend;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageInterval;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
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
    CompletableFuture<UsageView> totals(
            Caller caller,
            @Nullable @Query("Only for this project.") Id<Project> project,
            @Nullable @Query("Only by this agent.") String agent,
            @Nullable @Query("Only of this provider, exactly.") String provider,
            @Nullable @Query("Only of this model, exactly.") String model,
            @Nullable @Query("From this time on.") Instant start,
            @Nullable @Query("Up to this time, which counts too.") Instant end) {
        UsageQuestion question = new UsageQuestion(new UsageFilter(null, project, agent, provider, model), start, end);
        return statistics.totals(caller, question).thenApply(UsageView::of);
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
            @Nullable @Query("Only for this project.") Id<Project> project,
            @Nullable @Query("Only by this agent.") String agent,
            @Nullable @Query("Only of this provider, exactly.") String provider,
            @Nullable @Query("Only of this model, exactly.") String model,
            @Nullable @Query("From this time on.") Instant start,
            @Nullable @Query("Up to this time, which counts too.") Instant end) {
        UsageQuestion question = new UsageQuestion(new UsageFilter(null, project, agent, provider, model), start, end);
        return statistics.shares(caller, question, by.grouping(), (int) limit).thenApply(UsageSharesView::of);
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
            @Nullable @Query("Only for this project.") Id<Project> project,
            @Nullable @Query("Only by this agent.") String agent,
            @Nullable @Query("Only of this provider, exactly.") String provider,
            @Nullable @Query("Only of this model, exactly.") String model,
            @Nullable @Query("From this time on.") Instant start,
            @Nullable @Query("Up to this time, which counts too.") Instant end) {
        UsageQuestion question = new UsageQuestion(new UsageFilter(null, project, agent, provider, model), start, end);
        UsageTrend trend = new UsageTrend(interval, Zones.read(zone), gaps);
        return statistics.trend(caller, question, trend).thenApply(UsageTrendView::of);
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
            @Nullable @Query("Only for this project.") Id<Project> project,
            @Nullable @Query("Only by this agent.") String agent,
            @Nullable @Query("Only of this provider, exactly.") String provider,
            @Nullable @Query("Only of this model, exactly.") String model) {
        return statistics
                .dashboard(caller, new UsageFilter(null, project, agent, provider, model), Zones.read(zone))
                .thenApply(UsageDashboardView::of);
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
            @Nullable @Query("Only for this project.") Id<Project> project,
            @Nullable @Query("Only by this agent.") String agent,
            @Nullable @Query("Only of this provider, exactly.") String provider,
            @Nullable @Query("Only of this model, exactly.") String model,
            @Nullable @Query("Only in this chat.") Id<ChatSession> session,
            @Nullable @Query("From this time on.") Instant start,
            @Nullable @Query("Up to this time, which counts too.") Instant end) {
        return statistics
                .records(
                        caller,
                        new UsageQuestion(new UsageFilter(null, project, agent, provider, model), start, end)
                                .records(session),
                        paging.page())
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
            @Nullable @Query("Only for this project.") Id<Project> project,
            @Nullable @Query("Only by this agent.") String agent,
            @Nullable @Query("Only of this provider, exactly.") String provider,
            @Nullable @Query("Only of this model, exactly.") String model,
            @Nullable @Query("Only in this chat.") Id<ChatSession> session,
            @Nullable @Query("From this time on.") Instant start,
            @Nullable @Query("Up to this time, which counts too.") Instant end) {
        return CsvFile.sent(
                statistics.csv(
                        caller,
                        new UsageQuestion(new UsageFilter(null, project, agent, provider, model), start, end)
                                .records(session)),
                "atlas-usage.csv");
    }
}
