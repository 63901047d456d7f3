package dev.atlas.api.projects;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectMembership;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

@Controller("/api/v1/projects/{id}/members")
final class MemberController {

    /** What a member may do. */
    public record Role(MemberRole role) implements Input {}

    private final ProjectMembership membership;

    MemberController(Atlas atlas) {
        this.membership = atlas.projects().membership();
    }

    @Get
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<Listed<MemberView>> list(Caller caller, String id, Page page) {
        return membership
                .list(caller, Parameters.pathId("project", id), page)
                .thenApply(slice -> Answers.page(slice, MemberView::of));
    }

    @Get("/{userId}")
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<HttpResponse<MemberView>> get(Caller caller, HttpRequest<?> request, String id, String userId) {
        return membership
                .get(caller, Parameters.pathId("project", id), Parameters.pathId("member", userId))
                .thenApply(member -> Answers.entity(request, MemberView.of(member), member.version()));
    }

    @Put("/{userId}")
    @Requires(Permission.PROJECT_CREATE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<MemberView> put(Caller caller, String id, String userId, IfMatch ifMatch, @Body Role role) {
        Committed<ProjectMembership.Placed> placed = membership.put(
                caller,
                Parameters.pathId("project", id),
                Parameters.pathId("member", userId),
                role.role(),
                ifMatch.version());
        ProjectMember member = placed.value().member();
        MemberView view = MemberView.of(member);
        String path = "/api/v1/projects/" + member.projectId() + "/members/" + member.userId();
        return placed.value().added()
                ? Answers.created(view, member.version(), placed.position(), path)
                : Answers.changed(view, member.version(), placed.position());
    }

    @Delete("/{userId}")
    @Requires(Permission.PROJECT_VIEW)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, String id, String userId) {
        return Answers.done(
                membership.remove(caller, Parameters.pathId("project", id), Parameters.pathId("member", userId)));
    }
}
