package dev.atlas.api.projects;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectSettings;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

/** A project's free settings: an object of any members. */
@Controller("/api/v1/projects/{id}/settings")
final class SettingsController {

    private final ProjectSettings settings;

    SettingsController(Atlas atlas) {
        this.settings = atlas.projects().settings();
    }

    @Get
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<HttpResponse<Json.Obj>> get(Caller caller, HttpRequest<?> request, String id) {
        return settings.get(caller, Parameters.pathId("project", id))
                .thenApply(project -> Answers.entity(request, project.settings(), project.version()));
    }

    @Put
    @Requires(Permission.PROJECT_CREATE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Json.Obj> put(Caller caller, String id, IfMatch ifMatch, @Body Json.Obj body) {
        return shown(settings.put(caller, Parameters.pathId("project", id), body, ifMatch.version()));
    }

    @Patch
    @Requires(Permission.PROJECT_CREATE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Json.Obj> patch(Caller caller, String id, IfMatch ifMatch, @Body Json.Obj body) {
        return shown(settings.patch(caller, Parameters.pathId("project", id), body, ifMatch.version()));
    }

    private static HttpResponse<Json.Obj> shown(Committed<Project> written) {
        Project project = written.value();
        return Answers.changed(project.settings(), project.version(), written.position());
    }
}
