package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.RoleAdministration;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.storage.Committed;
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

@Controller("/api/v1/roles")
final class RoleController {

    private final RoleAdministration roles;

    RoleController(Atlas atlas) {
        this.roles = atlas.identity().roles();
    }

    @Get
    @Operation(id = "listRoles", summary = "Lists all roles with their permissions.", outcome = Outcome.SHOWN)
    @Requires(Permission.USER_VIEW)
    CompletableFuture<Listed<RoleView>> list(Caller caller) {
        return roles.list(caller)
                .thenApply(all -> new Listed<>(all.stream().map(RoleView::of).toList(), null));
    }

    @Post
    @Operation(
            id = "createRole",
            summary = "Makes a role; nobody grants what they do not hold.",
            outcome = Outcome.CREATED)
    @Requires(Permission.ROLE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<RoleView> create(Caller caller, Once once, @Body RoleInput input) {
        return once.answer(() -> roles.create(caller, input.role(), input.wanted()), RoleController::made);
    }

    private static MutableHttpResponse<RoleView> made(Role role) {
        return Answers.created(RoleView.of(role), role.version(), "/api/v1/roles/" + role.name());
    }

    @Get("/{role}")
    @Operation(id = "getRole", summary = "Shows a role.", outcome = Outcome.FOUND)
    @Requires(Permission.USER_VIEW)
    CompletableFuture<HttpResponse<RoleView>> get(Caller caller, HttpRequest<?> request, String role) {
        return roles.get(caller, role).thenApply(found -> Answers.entity(request, RoleView.of(found), found.version()));
    }

    @Patch("/{role}")
    @Operation(
            id = "patchRole",
            summary = "Changes a role; whoever has it may do so with their next request.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.ROLE_MANAGE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<RoleView> change(Caller caller, String role, IfMatch ifMatch, @Body RolePatch patch) {
        Committed<Role> changed = roles.change(caller, role, patch.changes(), ifMatch.version());
        return Answers.changed(RoleView.of(changed.value()), changed.value().version(), changed.position());
    }

    @Delete("/{role}")
    @Operation(id = "deleteRole", summary = "Removes a role that no user has.", outcome = Outcome.DONE)
    @Requires(Permission.ROLE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, String role, IfMatch ifMatch) {
        return Answers.done(roles.remove(caller, role, ifMatch.version()));
    }
}
