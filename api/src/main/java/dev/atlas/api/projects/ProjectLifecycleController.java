package dev.atlas.api.projects;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectLifecycle;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/v1/projects/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProjectLifecycleController {

    /** Who shall own the project. */
    public record NewOwner(Id<User> ownerId) implements Input {}

    private final ProjectLifecycle lifecycle;

    ProjectLifecycleController(Atlas atlas) {
        this.lifecycle = atlas.projects().lifecycle();
    }

    @Post("/archive")
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<ProjectView> archive(Caller caller, String id, IfMatch ifMatch) {
        return ProjectController.shown(lifecycle.archive(caller, Parameters.pathId("project", id), ifMatch.version()));
    }

    @Post("/restore")
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<ProjectView> restore(Caller caller, String id, IfMatch ifMatch) {
        return ProjectController.shown(lifecycle.restore(caller, Parameters.pathId("project", id), ifMatch.version()));
    }

    @Post("/transfer")
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<ProjectView> transfer(Caller caller, String id, IfMatch ifMatch, @Body NewOwner owner) {
        return ProjectController.shown(
                lifecycle.transfer(caller, Parameters.pathId("project", id), owner.ownerId(), ifMatch.version()));
    }

    @Delete
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<Void> delete(Caller caller, String id, IfMatch ifMatch) {
        return Answers.done(lifecycle.delete(caller, Parameters.pathId("project", id), ifMatch.version()));
    }
}
