package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Experiments are started, found, described and deleted here. Reading takes {@code tracking.view} and a readable project,
 * writing {@code tracking.write} and a writable one, deleting an owned one; see {@link ProjectAccess}. What the caller may
 * not see is {@link Refusal.NotFound} {@code experiment.not_found}.
 */
public final class ExperimentCatalog {

    private final Foundation foundation;
    private final ProjectAccess projects;
    private final ExperimentAccess access;
    private final ReadableProjects readable;

    ExperimentCatalog(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.projects = projects;
        this.access = new ExperimentAccess(projects);
        this.readable = new ReadableProjects(projects);
    }

    public CompletableFuture<Experiment> get(Caller caller, Id<Experiment> id) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> access.readable(repositories, caller, id));
    }

    /** Those of one project, or of every project the caller may read; newest first (by start, then id). */
    public CompletableFuture<Slice<Experiment>> list(
            Caller caller, @Nullable Id<Project> project, ExperimentFilter filter, Page page) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(
                caller, repositories -> readable.experiments(repositories, caller, project, filter, page));
    }

    public CompletableFuture<ExperimentHistory> history(Caller caller, Id<Experiment> id) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(
                caller,
                repositories -> new ExperimentHistory(
                        access.readable(repositories, caller, id),
                        repositories.epochs().of(id, null, Integer.MAX_VALUE),
                        repositories.checkpoints().of(id)));
    }

    /** Starts one now: running, in the name of the caller. */
    public Committed<Experiment> start(Caller caller, NewExperiment wanted) {
        ExperimentAccess.mayWrite(caller);
        Instant now = foundation.now();
        Experiment started = new Experiment(
                foundation.ids().next(),
                wanted.project(),
                wanted.name(),
                wanted.challenge(),
                ExperimentStatus.RUNNING,
                wanted.model(),
                wanted.config(),
                wanted.dataset(),
                wanted.metrics(),
                wanted.tags(),
                wanted.note(),
                now,
                null,
                caller.username(),
                wanted.hostname(),
                wanted.checkpointDir(),
                wanted.parent(),
                now,
                now,
                0);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, wanted.project());
            mustBeOfTheSameProject(repositories, wanted);
            return repositories.experiments().add(started);
        });
    }

    /** Changes it, if it is still of version {@code ifVersion}; whatever its version, if that is null. */
    public Committed<Experiment> change(
            Caller caller, Id<Experiment> id, ExperimentChange change, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        Instant now = foundation.now();
        return foundation.storage().write(repositories -> {
            Experiment current = access.writable(repositories, caller, id);
            ExperimentAccess.mustBe(ifVersion, current.version());
            return repositories.experiments().replace(change.of(current, now));
        });
    }

    /** Deletes it with its epochs and checkpoints. Returns what was deleted. */
    public Committed<Experiment> delete(Caller caller, Id<Experiment> id, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        return foundation.storage().write(repositories -> {
            Experiment current = access.owned(repositories, caller, id);
            ExperimentAccess.mustBe(ifVersion, current.version());
            repositories.experiments().remove(id);
            return current;
        });
    }

    private static void mustBeOfTheSameProject(Repositories repositories, NewExperiment wanted) {
        Id<Experiment> parent = wanted.parent();
        if (parent == null) {
            return;
        }
        boolean fits = repositories
                .experiments()
                .find(parent)
                .filter(found -> found.projectId().equals(wanted.project()))
                .isPresent();
        if (!fits) {
            throw new InvalidValue("parent_experiment_id", "must be an experiment of the same project");
        }
    }
}
