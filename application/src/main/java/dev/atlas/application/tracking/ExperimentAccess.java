package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * The experiments a caller may read, write or delete: those of projects in which they may. One of a project that does not
 * exist for the caller does not exist for them either. Asked inside the unit of work that then acts.
 */
final class ExperimentAccess {

    /** The present version of what is not there; nobody can have read it. */
    static final long ABSENT = -1;

    private final ProjectAccess projects;

    ExperimentAccess(ProjectAccess projects) {
        this.projects = projects;
    }

    Experiment readable(Repositories repositories, Caller caller, Id<Experiment> id) {
        Experiment experiment = repositories.experiments().find(id).orElseThrow(ExperimentAccess::notFound);
        try {
            projects.readable(repositories, caller, experiment.projectId());
        } catch (Refusal.NotFound hidden) {
            throw notFound();
        }
        return experiment;
    }

    Experiment writable(Repositories repositories, Caller caller, Id<Experiment> id) {
        Experiment experiment = readable(repositories, caller, id);
        projects.writable(repositories, caller, experiment.projectId());
        return experiment;
    }

    Experiment owned(Repositories repositories, Caller caller, Id<Experiment> id) {
        Experiment experiment = writable(repositories, caller, id);
        projects.owned(repositories, caller, experiment.projectId());
        return experiment;
    }

    static void mayRead(Caller caller) {
        caller.require(Permission.TRACKING_VIEW);
    }

    static void mayWrite(Caller caller) {
        caller.require(Permission.TRACKING_WRITE);
    }

    /** Throws {@link Refusal.Stale} if the caller has read another version than the present one. */
    static void mustBe(@Nullable Long ifVersion, long present) {
        if (ifVersion != null && ifVersion != present) {
            throw new Refusal.Stale();
        }
    }

    static Refusal notFound() {
        return new Refusal.NotFound("experiment.not_found", "There is no such experiment.");
    }
}
