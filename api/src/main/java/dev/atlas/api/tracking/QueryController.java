package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.BadRequest;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.NamedQueries;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.tracking.Experiment;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
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
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> latestRunning(Caller caller, @Nullable @QueryValue String project) {
        return queries.latestRunning(caller, Parameters.id("project", project))
                .thenApply(found -> all(found.stream().toList(), ExperimentView::of));
    }

    @Get("/best-per-challenge")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> bestPerChallenge(Caller caller, @Nullable @QueryValue String project) {
        return queries.bestPerChallenge(caller, Parameters.id("project", project))
                .thenApply(found -> all(found, ExperimentView::of));
    }

    @Get("/tagged")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> tagged(
            Caller caller, Page page, @Nullable @QueryValue String tag, @Nullable @QueryValue String project) {
        return queries.tagged(caller, Parameters.id("project", project), required("tag", tag), page)
                .thenApply(slice -> Answers.page(slice, ExperimentView::of));
    }

    @Get("/last-failed")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> lastFailed(Caller caller, @Nullable @QueryValue String project) {
        return queries.lastFailed(caller, Parameters.id("project", project))
                .thenApply(found -> all(found, ExperimentView::of));
    }

    @Get("/training-time")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<TrainingTimeView>> trainingTime(Caller caller, @Nullable @QueryValue String project) {
        return queries.trainingTime(caller, Parameters.id("project", project))
                .thenApply(found -> all(found, TrainingTimeView::of));
    }

    @Get("/recent-cpu")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> recentOnCpu(Caller caller, @Nullable @QueryValue String project) {
        return queries.recentOnCpu(caller, Parameters.id("project", project))
                .thenApply(found -> all(found, ExperimentView::of));
    }

    @Get("/learning-curve")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<EpochView>> learningCurve(Caller caller, @Nullable @QueryValue String experiment) {
        Id<Experiment> id = Parameters.id("experiment", required("experiment", experiment));
        if (id == null) {
            throw new BadRequest("experiment", "is required");
        }
        return queries.learningCurve(caller, id).thenApply(found -> all(found, EpochView::of));
    }

    private static <T, V> Listed<V> all(List<T> found, Function<T, V> view) {
        return new Listed<>(found.stream().map(view).toList(), null);
    }

    private static String required(String field, @Nullable String text) {
        if (text == null) {
            throw new BadRequest(field, "is required");
        }
        return text;
    }
}
