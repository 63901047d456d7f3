package dev.atlas.api.tracking;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.NamedQueries;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Experiment;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The questions people ask most; each over one project, or over all the caller may read. */
@Controller("/api/v1/experiments/queries")
final class QueryController {

    private final NamedQueries queries;

    QueryController(Atlas atlas) {
        this.queries = atlas.tracking().queries();
    }

    @Get("/latest-running")
    @Operation(
            id = "queryLatestRunning",
            summary = "The experiment that was started last among those running; at most one.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> latestRunning(
            Caller caller,
            @Nullable @Query("Only of this project; without it, of all the caller may read.") Id<Project> project) {
        return queries.latestRunning(caller, project)
                .thenApply(found -> all(found.stream().toList(), ExperimentView::of));
    }

    @Get("/best-per-challenge")
    @Operation(
            id = "queryBestPerChallenge",
            summary = "The completed experiment with the smallest best_val_loss, for each challenge.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> bestPerChallenge(
            Caller caller,
            @Nullable @Query("Only of this project; without it, of all the caller may read.") Id<Project> project) {
        return queries.bestPerChallenge(caller, project).thenApply(found -> all(found, ExperimentView::of));
    }

    @Get("/tagged")
    @Operation(
            id = "queryTagged",
            summary = "The experiments that carry a tag, last started first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> tagged(
            Caller caller,
            Paging paging,
            @Query("The tag.") String tag,
            @Nullable @Query("Only of this project; without it, of all the caller may read.") Id<Project> project) {
        return queries.tagged(caller, project, tag, paging.page())
                .thenApply(slice -> paging.answer(slice, ExperimentView::of));
    }

    @Get("/last-failed")
    @Operation(id = "queryLastFailed", summary = "The 20 experiments that failed last.", outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> lastFailed(
            Caller caller,
            @Nullable @Query("Only of this project; without it, of all the caller may read.") Id<Project> project) {
        return queries.lastFailed(caller, project).thenApply(found -> all(found, ExperimentView::of));
    }

    @Get("/training-time")
    @Operation(
            id = "queryTrainingTime",
            summary = "How long the completed experiments of each model took on average, longest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<TrainingTimeView>> trainingTime(
            Caller caller,
            @Nullable @Query("Only of this project; without it, of all the caller may read.") Id<Project> project) {
        return queries.trainingTime(caller, project).thenApply(found -> all(found, TrainingTimeView::of));
    }

    @Get("/recent-cpu")
    @Operation(
            id = "queryRecentCpu",
            summary = "The experiments completed on a CPU in the last 7 days, smallest loss first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> recentOnCpu(
            Caller caller,
            @Nullable @Query("Only of this project; without it, of all the caller may read.") Id<Project> project) {
        return queries.recentOnCpu(caller, project).thenApply(found -> all(found, ExperimentView::of));
    }

    @Get("/learning-curve")
    @Operation(id = "queryLearningCurve", summary = "All epochs of one experiment, ascending.", outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<EpochView>> learningCurve(
            Caller caller, @Query("The experiment.") Id<Experiment> experiment) {
        return queries.learningCurve(caller, experiment).thenApply(found -> all(found, EpochView::of));
    }

    private static <T, V> Listed<V> all(List<T> found, Function<T, V> view) {
        return new Listed<>(found.stream().map(view).toList(), null);
    }
}
