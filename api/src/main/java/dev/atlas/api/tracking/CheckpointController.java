package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.CheckpointShelf;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

@Controller("/api/v1/experiments/{id}")
final class CheckpointController {

    /** The checkpoint that shall be the best. */
    public record BestCheckpointInput(Id<Checkpoint> checkpointId) implements Input {}

    private final CheckpointShelf shelf;

    CheckpointController(Atlas atlas) {
        this.shelf = atlas.tracking().checkpoints();
    }

    @Post("/checkpoints")
    @Operation(id = "addCheckpoint", summary = "Keeps a checkpoint of an experiment.", outcome = Outcome.CREATED)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CheckpointView> save(Caller caller, Once once, Id<Experiment> id, @Body CheckpointInput checkpoint) {
        return once.answer(() -> shelf.save(caller, id, checkpoint.saved()), CheckpointController::saved);
    }

    private static MutableHttpResponse<CheckpointView> saved(Checkpoint checkpoint) {
        return Answers.created(
                CheckpointView.of(checkpoint),
                checkpoint.version(),
                "/api/v1/experiments/" + checkpoint.experimentId() + "/checkpoints/" + checkpoint.id());
    }

    @Get("/checkpoints")
    @Operation(
            id = "listCheckpoints",
            summary = "Lists an experiment's checkpoints, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<CheckpointView>> list(Caller caller, Id<Experiment> id, Paging paging) {
        return shelf.list(caller, id, paging.page()).thenApply(slice -> paging.answer(slice, CheckpointView::of));
    }

    @Get("/checkpoints/{checkpointId}")
    @Operation(id = "getCheckpoint", summary = "Shows a checkpoint.", outcome = Outcome.FOUND)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<CheckpointView>> get(
            Caller caller, HttpRequest<?> request, Id<Experiment> id, Id<Checkpoint> checkpointId) {
        return shelf.get(caller, id, checkpointId)
                .thenApply(found -> Answers.entity(request, CheckpointView.of(found), found.version()));
    }

    @Get("/best-checkpoint")
    @Operation(id = "getBestCheckpoint", summary = "Shows an experiment's best checkpoint.", outcome = Outcome.FOUND)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<CheckpointView>> best(Caller caller, HttpRequest<?> request, Id<Experiment> id) {
        return shelf.best(caller, id)
                .thenApply(found -> Answers.entity(request, CheckpointView.of(found), CheckpointShelf.mark(found)));
    }

    @Put("/best-checkpoint")
    @Operation(
            id = "putBestCheckpoint",
            summary = "Makes a checkpoint the one best of its experiment.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CheckpointView> promote(
            Caller caller, Id<Experiment> id, IfMatch ifMatch, @Body BestCheckpointInput best) {
        Committed<Checkpoint> promoted = shelf.promote(caller, id, best.checkpointId(), ifMatch.version());
        Checkpoint stored = promoted.value();
        return Answers.changed(CheckpointView.of(stored), CheckpointShelf.mark(stored), promoted.position());
    }
}
