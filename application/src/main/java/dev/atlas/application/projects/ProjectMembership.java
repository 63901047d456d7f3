package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who else works in a project. The owner decides; everybody may leave. Nothing changes while it is archived. */
public final class ProjectMembership {

    /** A member as stored, and whether there was none before. */
    public record Placed(ProjectMember member, boolean added) {}

    private final Foundation foundation;
    private final ProjectAccess access;
    private final ProjectWrites writes;
    private final ProjectAudit audit;

    ProjectMembership(Foundation foundation, ProjectAccess access, ProjectWrites writes, ProjectAudit audit) {
        this.foundation = foundation;
        this.access = access;
        this.writes = writes;
        this.audit = audit;
    }

    /** The members, newest first, without the owner. Throws what {@link ProjectAccess#readable} does. */
    public CompletableFuture<Slice<ProjectMember>> list(Caller caller, Id<Project> id, Page page) {
        caller.require(Permission.PROJECT_VIEW);
        return access.reading(caller, repositories -> {
            access.readable(repositories, caller, id);
            return repositories.projectMembers().ofProject(id, page);
        });
    }

    /** One member. Throws what {@link ProjectAccess#readable} does, and {@code project.member_not_found}. */
    public CompletableFuture<ProjectMember> get(Caller caller, Id<Project> id, Id<User> user) {
        caller.require(Permission.PROJECT_VIEW);
        return access.reading(caller, repositories -> {
            access.readable(repositories, caller, id);
            return member(repositories, id, user);
        });
    }

    /**
     * Makes somebody a member, or gives a member another role.
     *
     * @param ifVersion the version of the membership the change is based on; absent if any will do; given, there must be one
     * @throws Refusal as {@link ProjectAccess#owned}; {@link Refusal.Stale}; {@link Refusal.NotFound} {@code
     *     user.not_found}; {@link Refusal.WrongState} {@code project.archived}, {@code project.member_is_owner}, {@code
     *     user.not_active} for a new member
     */
    public Committed<Placed> put(
            Caller caller, Id<Project> id, Id<User> user, MemberRole role, @Nullable Long ifVersion) {
        caller.require(Permission.PROJECT_CREATE);
        Instant now = foundation.now();
        Id<ProjectMember> membership = foundation.ids().next();
        return writes.write(repositories -> {
            Project project = access.ownedActive(repositories, caller, id);
            if (project.ownerId().equals(user)) {
                throw new Refusal.WrongState(
                        "project.member_is_owner", "The owner of the project needs no other role in it.");
            }
            Optional<ProjectMember> before = repositories.projectMembers().find(id, user);
            Refusal.Stale.unless(ifVersion, before.map(ProjectMember::version).orElse(-1L));
            if (before.isPresent()) {
                return new Placed(changed(repositories, caller, before.get(), role), false);
            }
            requireActive(repositories, user);
            ProjectMember added =
                    repositories.projectMembers().add(new ProjectMember(membership, id, user, role, now, 0));
            audit.memberAdded(repositories, caller, added);
            return new Placed(added, true);
        });
    }

    /**
     * Ends a membership; one's own without being the owner.
     *
     * @param ifVersion the version of the membership this is based on; absent if any will do
     * @return what it was
     * @throws Refusal as {@link ProjectAccess#owned}, or for oneself {@link ProjectAccess#readable}; {@link Refusal.NotFound}
     *     {@code project.member_not_found}; {@link Refusal.Stale}; {@link Refusal.WrongState} {@code project.archived}, {@code
     *     project.member_is_owner}
     */
    public Committed<ProjectMember> remove(Caller caller, Id<Project> id, Id<User> user, @Nullable Long ifVersion) {
        boolean leaves = caller.user().equals(user);
        caller.require(leaves ? Permission.PROJECT_VIEW : Permission.PROJECT_CREATE);
        return writes.write(repositories -> {
            Project project = leaves
                    ? ProjectAccess.active(access.readable(repositories, caller, id))
                    : access.ownedActive(repositories, caller, id);
            if (project.ownerId().equals(user)) {
                throw new Refusal.WrongState(
                        "project.member_is_owner",
                        "The owner cannot leave the project; transfer it to somebody else first.");
            }
            ProjectMember member = member(repositories, id, user);
            Refusal.Stale.unless(ifVersion, member.version());
            repositories.projectMembers().remove(member.id());
            audit.memberGone(repositories, caller, member);
            return member;
        });
    }

    private ProjectMember changed(Repositories repositories, Caller caller, ProjectMember before, MemberRole role) {
        if (before.role() == role) {
            return before;
        }
        ProjectMember after = repositories
                .projectMembers()
                .replace(new ProjectMember(
                        before.id(), before.projectId(), before.userId(), role, before.createdAt(), before.version()));
        audit.memberChanged(repositories, caller, before, after);
        return after;
    }

    private static void requireActive(Repositories repositories, Id<User> id) {
        User user = repositories
                .users()
                .find(id)
                .orElseThrow(() -> new Refusal.NotFound("user.not_found", "There is no such user."));
        if (!user.active()) {
            throw new Refusal.WrongState("user.not_active", "This user is deactivated.");
        }
    }

    private static ProjectMember member(Repositories repositories, Id<Project> project, Id<User> user) {
        return repositories
                .projectMembers()
                .find(project, user)
                .orElseThrow(() ->
                        new Refusal.NotFound("project.member_not_found", "This user is not a member of the project."));
    }
}
