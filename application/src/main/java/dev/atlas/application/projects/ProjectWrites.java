package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How every write in this context is done: access, version, change and audit entry in one unit of work. */
record ProjectWrites(Foundation foundation, ProjectAccess access, ProjectAudit audit) {

    /** Who may do it: one of the methods of {@link ProjectAccess}. */
    @FunctionalInterface
    interface Right {
        Project check(Repositories repositories, Caller caller, Id<Project> project);
    }

    /** Runs a unit of work, and says what the store refuses in the words of this context. */
    <R> Committed<R> write(Function<? super Repositories, R> work) {
        try {
            return foundation.storage().write(work);
        } catch (Conflict e) {
            throw switch (e.rule()) {
                case Projects.NAME_PER_OWNER ->
                    new Refusal.WrongState(
                            "project.name_taken",
                            "The owner has another active project of this name; choose another name.");
                case ProjectMembers.MEMBER ->
                    new Refusal.WrongState(
                            "project.member_taken", "Somebody made this user a member at the same moment; look again.");
                default -> e;
            };
        }
    }

    /**
     * Changes one project; a change that changes nothing writes nothing, and leaves the version.
     *
     * @param change is asked when the version is known to be the one wanted, and refuses a project in the wrong state
     */
    Committed<Project> change(
            Caller caller,
            Right right,
            Id<Project> id,
            @Nullable Long ifVersion,
            String action,
            UnaryOperator<Project> change) {
        return write(repositories -> {
            Project before = right.check(repositories, caller, id);
            Refusal.Stale.unless(ifVersion, before.version());
            Project after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (forOwners(before, after)) {
                access.owned(repositories, caller, id);
            }
            Project stored = repositories.projects().replace(after);
            audit.changed(repositories, caller, action, before, stored);
            return stored;
        });
    }

    /** A name is the owner's: refusing a taken one to an editor would tell of a project the editor may not see. */
    private static boolean forOwners(Project before, Project after) {
        return !after.name().equals(before.name()) || after.visibility() != before.visibility();
    }
}
