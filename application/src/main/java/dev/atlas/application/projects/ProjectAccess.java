package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Repositories;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one rule on who may do what in a project; every context that is given a project asks it, inside the unit of work
 * that then acts. It decides by the project alone: the permission for the act itself ({@code tracking.write}, say) is
 * asked for by the use case, before.
 *
 * <p>The owner may do everything, an editor read and write, a viewer read; of a public project everybody is a viewer. The
 * permission {@code project.manage} makes an owner of whoever has it. A private project does not exist for anybody else:
 * {@link Refusal.NotFound} says the same whether there is none or none for the caller.
 *
 * <p>Whoever sees a foreign private project by {@code project.manage} leaves an entry in the audit trail. A unit that
 * writes adds it by itself; reads go through {@link #reading}, because a unit that reads cannot.
 */
public final class ProjectAccess {

    /** What a caller is in a project; each may do what those before it may. */
    private enum Standing {
        STRANGER,
        VIEWER,
        EDITOR,
        OWNER
    }

    /** The foreign private projects that the read on this thread has seen so far. */
    private static final ScopedValue<Set<Id<Project>>> SEEN = ScopedValue.newInstance();

    private final Foundation foundation;
    private final ProjectAudit audit;

    ProjectAccess(Foundation foundation, ProjectAudit audit) {
        this.foundation = foundation;
        this.audit = audit;
    }

    /**
     * The project, if the caller may read it; archived ones too. Inside a read only under {@link #reading}.
     *
     * @throws Refusal.NotFound {@code project.not_found}
     */
    public Project readable(Repositories repositories, Caller caller, Id<Project> id) {
        return find(repositories, caller, id, Standing.VIEWER);
    }

    /**
     * The project, if the caller may write what belongs to it, and it is not archived.
     *
     * @throws Refusal.NotFound {@code project.not_found}, if the caller may not even read it
     * @throws Refusal.NotAllowed {@code project.role_missing}, if the caller may only read it
     * @throws Refusal.WrongState {@code project.archived}
     */
    public Project writable(Repositories repositories, Caller caller, Id<Project> id) {
        return active(editable(repositories, caller, id));
    }

    /** As {@link #writable}; archived ones too. */
    Project editable(Repositories repositories, Caller caller, Id<Project> id) {
        return find(repositories, caller, id, Standing.EDITOR);
    }

    /**
     * The project, if the caller may do with it what its owner may; archived ones too.
     *
     * @throws Refusal.NotFound {@code project.not_found}, if the caller may not even read it
     * @throws Refusal.NotAllowed {@code project.role_missing}, if the caller may only read or edit it
     */
    public Project owned(Repositories repositories, Caller caller, Id<Project> id) {
        return find(repositories, caller, id, Standing.OWNER);
    }

    /** True if this user may read the project by what they are in it, whatever else they may do. Leaves no trace. */
    public boolean shares(Repositories repositories, Id<User> user, Id<Project> id) {
        return repositories
                .projects()
                .find(id)
                .filter(project -> project.ownerId().equals(user)
                        || project.visibility() == Visibility.PUBLIC
                        || repositories.projectMembers().find(id, user).isPresent())
                .isPresent();
    }

    /** {@link #owned} of a project in use; otherwise {@link Refusal.WrongState} {@code project.archived}. */
    Project ownedActive(Repositories repositories, Caller caller, Id<Project> id) {
        return active(owned(repositories, caller, id));
    }

    /** This project, if it is archived; otherwise {@link Refusal.WrongState} {@code project.not_archived}. */
    static Project archived(Project project) {
        if (!project.archived()) {
            throw new Refusal.WrongState("project.not_archived", "The project is not archived; archive it first.");
        }
        return project;
    }

    /** This project, if it is not archived; otherwise {@link Refusal.WrongState} {@code project.archived}. */
    static Project active(Project project) {
        if (project.archived()) {
            throw new Refusal.WrongState("project.archived", "The project is archived; restore it before changing it.");
        }
        return project;
    }

    /** Notes which of these, the page of a list, the caller sees only by {@code project.manage}. Under {@link #reading}. */
    void listed(Repositories repositories, Caller caller, List<Project> page) {
        List<Project> foreign = page.stream()
                .filter(project -> project.visibility() == Visibility.PRIVATE)
                .filter(project -> !project.ownerId().equals(caller.user()))
                .toList();
        if (caller.may(Permission.PROJECT_MANAGE) && !foreign.isEmpty()) {
            Set<Id<Project>> shared = repositories.projectMembers().ofUser(caller.user()).stream()
                    .map(ProjectMember::projectId)
                    .collect(Collectors.toSet());
            foreign.stream().map(Project::id).filter(id -> !shared.contains(id)).forEach(SEEN.get()::add);
        }
    }

    /**
     * Reads as {@link dev.atlas.domain.storage.Storage#readAsync} does. What {@code work} sees only by {@code
     * project.manage} is in the audit trail before the result is handed out; if that cannot be written, nothing is.
     */
    public <R> CompletableFuture<R> reading(Caller caller, Function<? super Repositories, R> work) {
        if (!caller.may(Permission.PROJECT_MANAGE)) {
            return foundation.storage().readAsync(work);
        }
        record Answer<R>(R value, Set<Id<Project>> seen) {}
        return foundation
                .storage()
                .readAsync(repositories -> {
                    Set<Id<Project>> seen = new LinkedHashSet<>();
                    R value = ScopedValue.where(SEEN, seen).call(() -> work.apply(repositories));
                    return new Answer<>(value, seen);
                })
                .thenCompose(answer -> answer.seen().isEmpty()
                        ? CompletableFuture.completedFuture(answer.value())
                        : CompletableFuture.supplyAsync(
                                () -> recorded(caller, answer.seen(), answer.value()), Thread::startVirtualThread));
    }

    private <R> R recorded(Caller caller, Set<Id<Project>> seen, R value) {
        return foundation
                .storage()
                .write(repositories -> {
                    audit.viewed(repositories, caller, seen);
                    return value;
                })
                .value();
    }

    private Project find(Repositories repositories, Caller caller, Id<Project> id, Standing needed) {
        Project project = repositories.projects().find(id).orElseThrow(ProjectAccess::notFound);
        Standing standing = standing(repositories, caller, project, needed);
        if (standing == Standing.STRANGER) {
            throw notFound();
        }
        if (standing.compareTo(needed) < 0) {
            throw new Refusal.NotAllowed(
                    "project.role_missing",
                    needed == Standing.OWNER
                            ? "Only the owner of the project may do this."
                            : "Only the owner and the editors of the project may do this.");
        }
        return project;
    }

    /** Looks the membership up only where the answer depends on it: most reads are those of owners. */
    private Standing standing(Repositories repositories, Caller caller, Project project, Standing needed) {
        if (project.ownerId().equals(caller.user())) {
            return Standing.OWNER;
        }
        boolean open = project.visibility() == Visibility.PUBLIC;
        if (open && needed == Standing.VIEWER) {
            return Standing.VIEWER;
        }
        boolean manages = caller.may(Permission.PROJECT_MANAGE);
        if (open && manages) {
            return Standing.OWNER;
        }
        Standing asMember = repositories
                .projectMembers()
                .find(project.id(), caller.user())
                .map(member -> switch (member.role()) {
                    case VIEWER -> Standing.VIEWER;
                    case EDITOR -> Standing.EDITOR;
                })
                .orElse(open ? Standing.VIEWER : Standing.STRANGER);
        if (manages && asMember == Standing.STRANGER) {
            saw(repositories, caller, project.id());
        }
        return manages ? Standing.OWNER : asMember;
    }

    private void saw(Repositories repositories, Caller caller, Id<Project> foreign) {
        if (SEEN.isBound()) {
            SEEN.get().add(foreign);
        } else {
            audit.viewed(repositories, caller, List.of(foreign));
        }
    }

    private static Refusal notFound() {
        return new Refusal.NotFound("project.not_found", "There is no such project.");
    }
}
