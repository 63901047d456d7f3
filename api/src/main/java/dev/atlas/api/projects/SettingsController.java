package dev.atlas.api.projects;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectSettings;
import dev.atlas.domain.Id;
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
    @Operation(id = "getProjectSettings", summary = "Shows a project's free settings.", outcome = Outcome.FOUND)
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<HttpResponse<Json.Obj>> get(Caller caller, HttpRequest<?> request, Id<Project> id) {
        return settings.get(caller, id)
                .thenApply(project -> Answers.entity(request, project.settings(), project.version()));
    }

    @Put
    @Operation(id = "putProjectSettings", summary = "Replaces a project's settings.", outcome = Outcome.CHANGED)
    @Requires(Permission.PROJECT_CREATE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Json.Obj> put(Caller caller, Id<Project> id, IfMatch ifMatch, @Body Json.Obj body) {
        return shown(settings.put(caller, id, body, ifMatch.version()));
    }

    @Patch
    @Operation(id = "patchProjectSettings", summary = "Merges into a project's settings.", outcome = Outcome.CHANGED)
    @Requires(Permission.PROJECT_CREATE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Json.Obj> patch(Caller caller, Id<Project> id, IfMatch ifMatch, @Body Json.Obj body) {
        return shown(settings.patch(caller, id, body, ifMatch.version()));
    }

    private static HttpResponse<Json.Obj> shown(Committed<Project> written) {
        Project project = written.value();
        return Answers.changed(project.settings(), project.version(), written.position());
    }
}
