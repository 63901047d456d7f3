package dev.atlas.api.tracking;

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
import dev.atlas.application.tracking.ExperimentCatalog;
import dev.atlas.application.tracking.ExperimentLifecycle;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/experiments")
final class ExperimentController {

    private final ExperimentCatalog catalog;
    private final ExperimentLifecycle lifecycle;

    ExperimentController(Atlas atlas) {
        this.catalog = atlas.tracking().experiments();
        this.lifecycle = atlas.tracking().lifecycle();
    }

    @Post
    @Operation(id = "startExperiment", summary = "Starts an experiment in a project.", outcome = Outcome.CREATED)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ExperimentView> start(Caller caller, Once once, @Body ExperimentInput experiment) {
        return once.answer(() -> catalog.start(caller, experiment.wanted()), ExperimentController::started);
    }

    private static MutableHttpResponse<ExperimentView> started(Experiment experiment) {
        return Answers.created(
                ExperimentView.of(experiment), experiment.version(), "/api/v1/experiments/" + experiment.id());
    }

    @Get
    @Operation(
            id = "listExperiments",
            summary = "Lists the experiments the caller may see, last started first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> list(
            Caller caller,
            Paging paging,
            @Nullable @Query("Only those of this project.") Id<Project> project,
            @Nullable @Query("Only those in this status.") ExperimentStatus status,
            @Nullable @Query(value = "Only those of this challenge.", min = 1, max = 2) Long challenge,
            @Nullable @Query("Only those that carry this tag.") String tag,
            @Nullable @Query("Only those whose model has this name.") String model,
            @Nullable @Query("Only those started at this time or later.") Instant startedAfter,
            @Nullable @Query("Only those started before this time.") Instant startedBefore) {
        ExperimentFilter filter = new ExperimentFilter(status, challenge, tag, model, startedAfter, startedBefore);
        return catalog.list(caller, project, filter, paging.page())
                .thenApply(slice -> paging.answer(slice, ExperimentView::of));
    }

    @Get("/{id}")
    @Operation(id = "getExperiment", summary = "Shows an experiment.", outcome = Outcome.FOUND)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<ExperimentView>> get(Caller caller, HttpRequest<?> request, Id<Experiment> id) {
        return catalog.get(caller, id)
                .thenApply(found -> Answers.entity(request, ExperimentView.of(found), found.version()));
    }

    @Get("/{id}/history")
    @Operation(
            id = "getExperimentHistory",
            summary = "Shows an experiment with all its epochs and checkpoints, ascending.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<ExperimentHistoryView> history(Caller caller, Id<Experiment> id) {
        return catalog.history(caller, id).thenApply(ExperimentHistoryView::of);
    }

    @Patch("/{id}")
    @Operation(
            id = "patchExperiment",
            summary = "Changes what is written about an experiment.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.TRACKING_WRITE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ExperimentView> change(
            Caller caller, Id<Experiment> id, IfMatch ifMatch, @Body ExperimentPatch patch) {
        return shown(catalog.change(caller, id, patch.change(), ifMatch.version()));
    }

    @Post("/{id}/status")
    @Operation(id = "moveExperiment", summary = "Moves an experiment to another status.", outcome = Outcome.CHANGED)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ExperimentView> move(
            Caller caller, Once once, Id<Experiment> id, IfMatch ifMatch, @Body StatusInput status) {
        return once.answer(
                () -> lifecycle.move(caller, id, status.move(), ifMatch.version()), ExperimentController::left);
    }

    @Delete("/{id}")
    @Operation(
            id = "deleteExperiment",
            summary = "Removes an experiment with its epochs and checkpoints, for ever.",
            outcome = Outcome.DONE)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> delete(Caller caller, Id<Experiment> id, IfMatch ifMatch) {
        return Answers.done(catalog.delete(caller, id, ifMatch.version()));
    }

    private static HttpResponse<ExperimentView> shown(Committed<Experiment> written) {
        return Answers.at(written.position(), left(written.value()));
    }

    private static MutableHttpResponse<ExperimentView> left(Experiment experiment) {
        return Answers.changed(ExperimentView.of(experiment), experiment.version());
    }
}
