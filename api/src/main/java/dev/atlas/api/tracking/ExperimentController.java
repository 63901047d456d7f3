package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.ExperimentCatalog;
import dev.atlas.application.tracking.ExperimentLifecycle;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
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
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ExperimentView> start(Caller caller, @Body ExperimentInput experiment) {
        Committed<Experiment> started = catalog.start(caller, experiment.wanted());
        Experiment stored = started.value();
        return Answers.created(
                ExperimentView.of(stored), stored.version(), started.position(), "/api/v1/experiments/" + stored.id());
    }

    @Get
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<ExperimentView>> list(
            Caller caller,
            Page page,
            @Nullable @QueryValue String project,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue String challenge,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String model,
            @Nullable @QueryValue("started_after") String startedAfter,
            @Nullable @QueryValue("started_before") String startedBefore) {
        ExperimentFilter filter = new ExperimentFilter(
                Parameters.word("status", ExperimentStatus.class, status),
                Parameters.whole("challenge", challenge),
                tag,
                model,
                Parameters.instant("started_after", startedAfter),
                Parameters.instant("started_before", startedBefore));
        return catalog.list(caller, Parameters.id("project", project), filter, page)
                .thenApply(slice -> Answers.page(slice, ExperimentView::of));
    }

    @Get("/{id}")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<ExperimentView>> get(Caller caller, HttpRequest<?> request, String id) {
        return catalog.get(caller, Parameters.pathId("experiment", id))
                .thenApply(found -> Answers.entity(request, ExperimentView.of(found), found.version()));
    }

    @Get("/{id}/history")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HistoryView> history(Caller caller, String id) {
        return catalog.history(caller, Parameters.pathId("experiment", id)).thenApply(HistoryView::of);
    }

    @Patch("/{id}")
    @Requires(Permission.TRACKING_WRITE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ExperimentView> change(Caller caller, String id, IfMatch ifMatch, @Body ExperimentPatch patch) {
        return shown(catalog.change(caller, Parameters.pathId("experiment", id), patch.change(), ifMatch.version()));
    }

    @Post("/{id}/status")
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ExperimentView> move(Caller caller, String id, IfMatch ifMatch, @Body StatusInput status) {
        return shown(lifecycle.move(caller, Parameters.pathId("experiment", id), status.move(), ifMatch.version()));
    }

    @Delete("/{id}")
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> delete(Caller caller, String id, IfMatch ifMatch) {
        return Answers.done(catalog.delete(caller, Parameters.pathId("experiment", id), ifMatch.version()));
    }

    private static HttpResponse<ExperimentView> shown(Committed<Experiment> written) {
        Experiment experiment = written.value();
        return Answers.changed(ExperimentView.of(experiment), experiment.version(), written.position());
    }
}
