package dev.atlas.api.projects;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectLifecycle;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
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
    public record OwnerInput(Id<User> ownerId) implements Input {}

    private final ProjectLifecycle lifecycle;

    ProjectLifecycleController(Atlas atlas) {
        this.lifecycle = atlas.projects().lifecycle();
    }

    @Post("/archive")
    @Operation(
            id = "archiveProject",
            summary = "Archives a project: it leaves the usual lists and takes no writes.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<ProjectView> archive(Caller caller, Once once, Id<Project> id, IfMatch ifMatch) {
        return once.answer(() -> lifecycle.archive(caller, id, ifMatch.version()), ProjectController::left);
    }

    @Post("/restore")
    @Operation(id = "restoreProject", summary = "Makes an archived project active again.", outcome = Outcome.CHANGED)
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<ProjectView> restore(Caller caller, Once once, Id<Project> id, IfMatch ifMatch) {
        return once.answer(() -> lifecycle.restore(caller, id, ifMatch.version()), ProjectController::left);
    }

    @Post("/transfer")
    @Operation(id = "transferProject", summary = "Gives a project another owner.", outcome = Outcome.CHANGED)
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<ProjectView> transfer(
            Caller caller, Once once, Id<Project> id, IfMatch ifMatch, @Body OwnerInput owner) {
        return once.answer(
                () -> lifecycle.transfer(caller, id, owner.ownerId(), ifMatch.version()), ProjectController::left);
    }

    @Delete
    @Operation(
            id = "deleteProject",
            summary = "Removes an archived project with all that belongs to it, for ever.",
            outcome = Outcome.DONE)
    @Requires(Permission.PROJECT_CREATE)
    HttpResponse<Void> delete(Caller caller, Id<Project> id, IfMatch ifMatch) {
        return Answers.done(lifecycle.delete(caller, id, ifMatch.version()));
    }
}
