package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.storage.Committed;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Making, finding and describing projects. */
public final class ProjectCatalog {

    private final Foundation foundation;
    private final ProjectAccess access;
    private final ProjectWrites writes;
    private final ProjectAudit audit;

    ProjectCatalog(Foundation foundation, ProjectAccess access, ProjectWrites writes, ProjectAudit audit) {
        this.foundation = foundation;
        this.access = access;
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * Makes a project of the caller's.
     *
     * @throws InvalidValue if the details break a rule of {@link Project}
     * @throws Refusal.WrongState {@code project.name_taken}
     */
    public Committed<Project> create(Caller caller, ProjectDetails details) {
        caller.require(Permission.PROJECT_CREATE);
        Project project = Project.create(foundation.ids().next(), caller.user(), details, foundation.now());
        return writes.write(repositories -> {
            Project stored = repositories.projects().add(project);
            audit.created(repositories, caller, stored);
            return stored;
        });
    }

    /** The project, archived or not. Throws {@link Refusal.NotFound} if the caller may not know of it. */
    public CompletableFuture<Project> get(Caller caller, Id<Project> id) {
        caller.require(Permission.PROJECT_VIEW);
        return access.reading(caller, repositories -> access.readable(repositories, caller, id));
    }

    /**
     * The projects the caller may read, newest first: one's own, those shared with one, and the public ones; all of them
     * with {@code project.manage}. Archived ones only if the filter asks for a status, or {@code includeArchived} for all.
     */
    public CompletableFuture<Slice<Project>> list(
            Caller caller, ProjectFilter filter, boolean includeArchived, Page page) {
        caller.require(Permission.PROJECT_VIEW);
        ProjectFilter wanted = filter.status() == null && !includeArchived ? filter.in(ProjectStatus.ACTIVE) : filter;
        return access.reading(caller, repositories -> {
            VisibleProjects visible = new VisibleProjects(repositories, caller);
            Slice<Project> found = visible.page(wanted, page);
            access.listed(repositories, caller, found.items());
            return found;
        });
    }

    /**
     * Changes what is written about a project. Editors may, but the name and the visibility are the owner's.
     *
     * @param ifVersion the version the change is based on; absent if any will do
     * @return the project as stored; unchanged, version too, if the change changes nothing
     * @throws InvalidValue if the outcome breaks a rule of {@link Project}
     * @throws Refusal as {@link ProjectAccess#writable}; {@link Refusal.Stale}; {@link Refusal.WrongState} {@code
     *     project.name_taken}
     */
    public Committed<Project> change(Caller caller, Id<Project> id, ProjectChange change, @Nullable Long ifVersion) {
        caller.require(Permission.PROJECT_CREATE);
        Instant now = foundation.now();
        return writes.change(
                caller, access::editable, id, ifVersion, "project.changed", project -> ProjectAccess.active(project)
                        .described(change.of(project), now));
    }
}
