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
import dev.atlas.application.tracking.SubjectRegistry;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.Subject;
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
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/projects/{id}/subjects")
final class SubjectController {

    private final SubjectRegistry registry;

    SubjectController(Atlas atlas) {
        this.registry = atlas.tracking().subjects();
    }

    @Post
    @Operation(id = "addSubject", summary = "Adds a subject to a project.", outcome = Outcome.CREATED)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<SubjectView> add(Caller caller, Once once, Id<Project> id, @Body SubjectInput subject) {
        return once.answer(() -> registry.add(caller, id, subject.wanted()), SubjectController::added);
    }

    private static MutableHttpResponse<SubjectView> added(Subject subject) {
        return Answers.created(
                SubjectView.of(subject),
                subject.version(),
                "/api/v1/projects/" + subject.projectId() + "/subjects/" + subject.id());
    }

    @Get
    @Operation(id = "listSubjects", summary = "Lists a project's subjects, newest first.", outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<SubjectView>> list(
            Caller caller,
            Id<Project> id,
            Paging paging,
            @Nullable @Query("Only those of this release.") String release) {
        return registry.list(caller, id, release, paging.page())
                .thenApply(slice -> paging.answer(slice, SubjectView::of));
    }

    @Get("/{subjectId}")
    @Operation(id = "getSubject", summary = "Shows a subject.", outcome = Outcome.FOUND)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<SubjectView>> get(
            Caller caller, HttpRequest<?> request, Id<Project> id, Id<Subject> subjectId) {
        return registry.get(caller, id, subjectId)
                .thenApply(found -> Answers.entity(request, SubjectView.of(found), found.version()));
    }

    @Patch("/{subjectId}")
    @Operation(id = "patchSubject", summary = "Changes a subject.", outcome = Outcome.CHANGED)
    @Requires(Permission.TRACKING_WRITE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<SubjectView> change(
            Caller caller, Id<Project> id, Id<Subject> subjectId, IfMatch ifMatch, @Body SubjectPatch patch) {
        Committed<Subject> changed = registry.change(caller, id, subjectId, patch.change(), ifMatch.version());
        Subject stored = changed.value();
        return Answers.changed(SubjectView.of(stored), stored.version(), changed.position());
    }

    @Delete("/{subjectId}")
    @Operation(id = "deleteSubject", summary = "Removes a subject.", outcome = Outcome.DONE)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> delete(Caller caller, Id<Project> id, Id<Subject> subjectId, IfMatch ifMatch) {
        return Answers.done(registry.delete(caller, id, subjectId, ifMatch.version()));
    }
}
