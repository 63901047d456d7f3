package dev.atlas.api.projects;

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
import dev.atlas.application.projects.ProjectCatalog;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/projects")
final class ProjectController {

    private final ProjectCatalog catalog;

    ProjectController(Atlas atlas) {
        this.catalog = atlas.projects().catalog();
    }

    @Post
    @Operation(id = "createProject", summary = "Makes a project that the caller owns.", outcome = Outcome.CREATED)
    @Requires(Permission.PROJECT_CREATE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ProjectView> create(Caller caller, Once once, @Body ProjectInput project) {
        return once.answer(() -> catalog.create(caller, project.details()), ProjectController::made);
    }

    private static MutableHttpResponse<ProjectView> made(Project project) {
        return Answers.created(ProjectView.of(project), project.version(), "/api/v1/projects/" + project.id());
    }

    @Get
    @Operation(
            id = "listProjects",
            summary = "Lists the projects the caller may see, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<Listed<ProjectView>> list(
            Caller caller,
            Paging paging,
            @Nullable @Query("Only those in this status.") ProjectStatus status,
            @Nullable @Query("Only those that carry this tag.") String tag,
            @Nullable @Query("Only those with this text in their name; case counts.") String nameContains,
            @Nullable @Query("Only those of this visibility.") Visibility visibility,
            @Nullable @Query("Only those of this owner.") Id<User> owner,
            @Query(value = "Archived ones too.", standard = "false") boolean includeArchived) {
        ProjectFilter filter = new ProjectFilter(status, tag, nameContains, visibility, owner);
        return catalog.list(caller, filter, includeArchived, paging.page())
                .thenApply(slice -> paging.answer(slice, ProjectView::of));
    }

    @Get("/{id}")
    @Operation(id = "getProject", summary = "Shows a project.", outcome = Outcome.FOUND)
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<HttpResponse<ProjectView>> get(Caller caller, HttpRequest<?> request, Id<Project> id) {
        return catalog.get(caller, id)
                .thenApply(project -> Answers.entity(request, ProjectView.of(project), project.version()));
    }

    @Patch("/{id}")
    @Operation(id = "patchProject", summary = "Changes a project.", outcome = Outcome.CHANGED)
    @Requires(Permission.PROJECT_CREATE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ProjectView> change(Caller caller, Id<Project> id, IfMatch ifMatch, @Body ProjectPatch patch) {
        return shown(catalog.change(caller, id, patch.change(), ifMatch.version()));
    }

    /** What a write left of a project. */
    static HttpResponse<ProjectView> shown(Committed<Project> written) {
        return Answers.at(written.position(), left(written.value()));
    }

    /** A project as a write left it. */
    static MutableHttpResponse<ProjectView> left(Project project) {
        return Answers.changed(ProjectView.of(project), project.version());
    }
}
