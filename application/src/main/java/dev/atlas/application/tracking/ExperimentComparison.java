package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Comparison;
import dev.atlas.domain.tracking.Experiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Experiments side by side. */
public final class ExperimentComparison {

    /** Ids of one call. */
    public static final int MAX_IDS = 200;

    private final ProjectAccess projects;

    ExperimentComparison(ProjectAccess projects) {
        this.projects = projects;
    }

    /** Compares 1 to {@value #MAX_IDS} experiments in the order of {@code ids}; what the caller may not see is missing. */
    public CompletableFuture<Comparison> compare(Caller caller, List<Id<Experiment>> ids) {
        ExperimentAccess.mayRead(caller);
        if (ids.isEmpty() || ids.size() > MAX_IDS) {
            throw new InvalidValue("ids", "must hold 1 to " + MAX_IDS + " ids");
        }
        return projects.reading(caller, repositories -> Comparison.of(ids, visible(repositories, caller, ids)));
    }

    private List<Experiment> visible(Repositories repositories, Caller caller, List<Id<Experiment>> ids) {
        Map<Id<Project>, Boolean> seen = new HashMap<>();
        List<Experiment> visible = new ArrayList<>(repositories.experiments().among(ids));
        visible.removeIf(found ->
                !seen.computeIfAbsent(found.projectId(), project -> isReadable(repositories, caller, project)));
        return visible;
    }

    private boolean isReadable(Repositories repositories, Caller caller, Id<Project> project) {
        try {
            projects.readable(repositories, caller, project);
            return true;
        } catch (Refusal.NotFound hidden) {
            return false;
        }
    }
}
