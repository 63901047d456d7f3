package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.CheckpointShelf;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
    public record Best(Id<Checkpoint> checkpointId) implements Input {}

    private final CheckpointShelf shelf;

    CheckpointController(Atlas atlas) {
        this.shelf = atlas.tracking().checkpoints();
    }

    @Post("/checkpoints")
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CheckpointView> save(Caller caller, String id, @Body CheckpointInput checkpoint) {
        Id<Experiment> experiment = Parameters.pathId("experiment", id);
        Committed<Checkpoint> saved = shelf.save(caller, experiment, checkpoint.saved());
        Checkpoint stored = saved.value();
        return Answers.created(
                CheckpointView.of(stored),
                stored.version(),
                saved.position(),
                "/api/v1/experiments/" + experiment + "/checkpoints/" + stored.id());
    }

    @Get("/checkpoints")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<CheckpointView>> list(Caller caller, String id, Page page) {
        return shelf.list(caller, Parameters.pathId("experiment", id), page)
                .thenApply(slice -> Answers.page(slice, CheckpointView::of));
    }

    @Get("/checkpoints/{checkpointId}")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<CheckpointView>> get(
            Caller caller, HttpRequest<?> request, String id, String checkpointId) {
        return shelf.get(caller, Parameters.pathId("experiment", id), Parameters.pathId("checkpoint", checkpointId))
                .thenApply(found -> Answers.entity(request, CheckpointView.of(found), found.version()));
    }

    @Get("/best-checkpoint")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<CheckpointView>> best(Caller caller, HttpRequest<?> request, String id) {
        return shelf.best(caller, Parameters.pathId("experiment", id))
                .thenApply(found -> Answers.entity(request, CheckpointView.of(found), found.version()));
    }

    @Put("/best-checkpoint")
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CheckpointView> promote(Caller caller, String id, @Body Best best) {
        Committed<Checkpoint> promoted =
                shelf.promote(caller, Parameters.pathId("experiment", id), best.checkpointId());
        Checkpoint stored = promoted.value();
        return Answers.changed(CheckpointView.of(stored), stored.version(), promoted.position());
    }
}
