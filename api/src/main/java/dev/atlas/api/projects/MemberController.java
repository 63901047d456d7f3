package dev.atlas.api.projects;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectMembership;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
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
    public record MemberInput(MemberRole role) implements Input {}

    private final ProjectMembership membership;

    MemberController(Atlas atlas) {
        this.membership = atlas.projects().membership();
    }

    @Get
    @Operation(
            id = "listMembers",
            summary = "Lists who works in a project besides its owner, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<Listed<MemberView>> list(Caller caller, Id<Project> id, Paging paging) {
        return membership.list(caller, id, paging.page()).thenApply(slice -> paging.answer(slice, MemberView::of));
    }

    @Get("/{userId}")
    @Operation(id = "getMember", summary = "Shows a member of a project.", outcome = Outcome.FOUND)
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<HttpResponse<MemberView>> get(
            Caller caller, HttpRequest<?> request, Id<Project> id, Id<User> userId) {
        return membership
                .get(caller, id, userId)
                .thenApply(member -> Answers.entity(request, MemberView.of(member), member.version()));
    }

    @Put("/{userId}")
    @Operation(
            id = "putMember",
            summary = "Makes a user a member of a project, or gives a member another role.",
            outcome = Outcome.PLACED)
    @Requires(Permission.PROJECT_CREATE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<MemberView> put(
            Caller caller, Id<Project> id, Id<User> userId, IfMatch ifMatch, @Body MemberInput member) {
        Committed<ProjectMembership.Placed> placed =
                membership.put(caller, id, userId, member.role(), ifMatch.version());
        ProjectMember stored = placed.value().member();
        MemberView view = MemberView.of(stored);
        String path = "/api/v1/projects/" + stored.projectId() + "/members/" + stored.userId();
        return placed.value().added()
                ? Answers.created(view, stored.version(), placed.position(), path)
                : Answers.changed(view, stored.version(), placed.position());
    }

    @Delete("/{userId}")
    @Operation(id = "deleteMember", summary = "Ends a membership; members may end their own.", outcome = Outcome.DONE)
    @Requires(Permission.PROJECT_VIEW)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, Id<Project> id, Id<User> userId, IfMatch ifMatch) {
        return Answers.done(membership.remove(caller, id, userId, ifMatch.version()));
    }
}
