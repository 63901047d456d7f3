package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Putting projects aside, back, into other hands and away. All of it is the owner's: every method throws what {@link
 * ProjectAccess#owned} does, and {@link Refusal.Stale} if {@code ifVersion} is there and no longer the version.
 */
public final class ProjectLifecycle {

    private final Foundation foundation;
    private final ProjectAccess access;
    private final ProjectWrites writes;
    private final ProjectAudit audit;

    ProjectLifecycle(Foundation foundation, ProjectAccess access, ProjectWrites writes, ProjectAudit audit) {
        this.foundation = foundation;
        this.access = access;
        this.writes = writes;
        this.audit = audit;
    }

    /** Hides the project from default lists and makes it read-only. {@link Refusal.WrongState} {@code project.archived}. */
    public Committed<Project> archive(Caller caller, Id<Project> id, @Nullable Long ifVersion) {
        caller.require(Permission.PROJECT_CREATE);
        Instant now = foundation.now();
        return writes.change(
                caller, access::owned, id, ifVersion, "project.archived", project -> ProjectAccess.active(project)
                        .moved(ProjectStatus.ARCHIVED, now));
    }

    /**
     * Puts an archived project back into use.
     *
     * @throws Refusal.WrongState {@code project.not_archived}; {@code project.name_taken} if the owner has given its name to
     *     another active one since
     */
    public Committed<Project> restore(Caller caller, Id<Project> id, @Nullable Long ifVersion) {
        caller.require(Permission.PROJECT_CREATE);
        Instant now = foundation.now();
        return writes.change(
                caller, access::owned, id, ifVersion, "project.restored", project -> ProjectAccess.archived(project)
                        .moved(ProjectStatus.ACTIVE, now));
    }

    /**
     * Makes somebody else the owner; whoever owned it stays as an editor. To the present owner, it changes nothing.
     *
     * @throws Refusal.WrongState {@code project.archived}; {@code user.not_active} if the new owner is not an active user;
     *     {@code project.name_taken} if they have an active project of this name
     */
    public Committed<Project> transfer(Caller caller, Id<Project> id, Id<User> to, @Nullable Long ifVersion) {
        caller.require(Permission.PROJECT_CREATE);
        Instant now = foundation.now();
        Id<ProjectMember> membership = foundation.ids().next();
        return writes.write(repositories -> {
            Project before = access.owned(repositories, caller, id);
            Refusal.Stale.unless(ifVersion, before.version());
            ProjectAccess.active(before);
            if (before.ownerId().equals(to)) {
                return before;
            }
            requireActive(repositories, to);
            Project after = repositories.projects().replace(before.handedTo(to, now));
            repositories.projectMembers().find(id, to).ifPresent(member -> repositories
                    .projectMembers()
                    .remove(member.id()));
            repositories
                    .projectMembers()
                    .add(new ProjectMember(membership, id, before.ownerId(), MemberRole.EDITOR, now, 0));
            audit.changed(repositories, caller, "project.transferred", before, after);
            return after;
        });
    }

    /**
     * Removes an archived project for ever, with its members and everything recorded in it.
     *
     * @return what it was
     * @throws Refusal.WrongState {@code project.not_archived}
     */
    public Committed<Project> delete(Caller caller, Id<Project> id, @Nullable Long ifVersion) {
        caller.require(Permission.PROJECT_CREATE);
        return writes.write(repositories -> {
            Project project = access.owned(repositories, caller, id);
            Refusal.Stale.unless(ifVersion, project.version());
            ProjectAccess.archived(project);
            repositories.projects().remove(id);
            audit.deleted(repositories, caller, project);
            return project;
        });
    }

    private static void requireActive(Repositories repositories, Id<User> id) {
        if (repositories.users().find(id).filter(User::active).isEmpty()) {
            throw new Refusal.WrongState("user.not_active", "There is no active user with this id.");
        }
    }
}
