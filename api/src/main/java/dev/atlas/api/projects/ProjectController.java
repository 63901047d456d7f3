package dev.atlas.api.projects;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectCatalog;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
    @Requires(Permission.PROJECT_CREATE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ProjectView> create(Caller caller, @Body NewProject project) {
        Committed<Project> made = catalog.create(caller, project.details());
        Project stored = made.value();
        return Answers.created(
                ProjectView.of(stored), stored.version(), made.position(), "/api/v1/projects/" + stored.id());
    }

    @Get
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<Listed<ProjectView>> list(
            Caller caller,
            Page page,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue("name_contains") String nameContains,
            @Nullable @QueryValue String visibility,
            @Nullable @QueryValue String owner,
            @Nullable @QueryValue("include_archived") String includeArchived) {
        ProjectFilter filter = new ProjectFilter(
                Parameters.word("status", ProjectStatus.class, status),
                tag,
                nameContains,
                Parameters.word("visibility", Visibility.class, visibility),
                Parameters.id("owner", owner));
        return catalog.list(caller, filter, Parameters.flag("include_archived", includeArchived), page)
                .thenApply(slice -> Answers.page(slice, ProjectView::of));
    }

    @Get("/{id}")
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<HttpResponse<ProjectView>> get(Caller caller, HttpRequest<?> request, String id) {
        return catalog.get(caller, Parameters.pathId("project", id))
                .thenApply(project -> Answers.entity(request, ProjectView.of(project), project.version()));
    }

    @Patch("/{id}")
    @Requires(Permission.PROJECT_CREATE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ProjectView> change(Caller caller, String id, IfMatch ifMatch, @Body ProjectPatch patch) {
        return shown(catalog.change(caller, Parameters.pathId("project", id), patch.change(), ifMatch.version()));
    }

    /** What a write left of a project. */
    static HttpResponse<ProjectView> shown(Committed<Project> written) {
        Project project = written.value();
        return Answers.changed(ProjectView.of(project), project.version(), written.position());
    }
}
