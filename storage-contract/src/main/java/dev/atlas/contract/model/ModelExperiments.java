package dev.atlas.contract.model;

import dev.atlas.contract.samples.TrackingSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.Experiments;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

final class ModelExperiments extends ModelAggregates<Id<Experiment>, Experiment> implements Experiments {

    ModelExperiments(Model model) {
        super(TrackingSamples.EXPERIMENTS, model);
    }

    @Override
    public Slice<Experiment> of(Id<Project> project, ExperimentFilter filter, Page page) {
        return page(page, filter, experiment -> experiment.projectId().equals(project));
    }

    @Override
    public Slice<Experiment> ofAny(Collection<Id<Project>> projects, ExperimentFilter filter, Page page) {
        return page(page, filter, experiment -> projects.contains(experiment.projectId()));
    }

    @Override
    public Slice<Experiment> list(ExperimentFilter filter, Page page) {
        return page(page, filter, experiment -> true);
    }

    @Override
    public List<Experiment> among(Collection<Id<Experiment>> ids) {
        return where(experiment -> ids.contains(experiment.id())).toList();
    }

    private Slice<Experiment> page(Page page, ExperimentFilter filter, Predicate<Experiment> fits) {
        return newestFirst(page, Experiment::startTime, fits.and(experiment -> wanted(filter, experiment)));
    }

    private static boolean wanted(ExperimentFilter filter, Experiment experiment) {
        return (filter.status() == null || filter.status() == experiment.status())
                && (filter.challenge() == null || filter.challenge().equals(experiment.challenge()))
                && (filter.tag() == null || experiment.tags().contains(filter.tag()))
                && (filter.model() == null
                        || filter.model().equals(experiment.model().name()))
                && (filter.startedFrom() == null || !experiment.startTime().isBefore(filter.startedFrom()))
                && (filter.startedBefore() == null || experiment.startTime().isBefore(filter.startedBefore()));
    }
}
