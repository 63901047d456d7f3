package dev.atlas.application.tracking;

import dev.atlas.application.Foundation;
import dev.atlas.application.projects.ProjectAccess;

/** What can be done with experiments and what belongs to them. */
public record TrackingUseCases(
        ExperimentCatalog experiments,
        ExperimentLifecycle lifecycle,
        EpochLog epochs,
        CheckpointShelf checkpoints,
        SubjectRegistry subjects,
        CacheFileRegister cacheFiles,
        ExperimentRanking ranking,
        ExperimentComparison comparison,
        NamedQueries queries) {

    public static TrackingUseCases over(Foundation foundation, ProjectAccess projects) {
        return new TrackingUseCases(
                new ExperimentCatalog(foundation, projects),
                new ExperimentLifecycle(foundation, projects),
                new EpochLog(foundation, projects),
                new CheckpointShelf(foundation, projects),
                new SubjectRegistry(foundation, projects),
                new CacheFileRegister(foundation, projects),
                new ExperimentRanking(projects),
                new ExperimentComparison(projects),
                new NamedQueries(foundation, projects));
    }
}
