package dev.atlas.persistence.tracking;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.Experiments;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Condition.AtLeast;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Condition.Holds;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

@Singleton
class StoredExperiments extends StoredById<Experiment, ExperimentRow> implements Experiments {

    StoredExperiments(ExperimentRows rows, ExperimentRowMapper mapper, Engine engine) {
        super(ExperimentRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<Experiment> of(Id<Project> project, ExperimentFilter filter, Page page) {
        return page(Listing.of(ExperimentRow.class).whereEqual("project_id", project.value()), filter, page);
    }

    @Override
    public Slice<Experiment> ofAny(Collection<Id<Project>> projects, ExperimentFilter filter, Page page) {
        List<?> ids = projects.stream().map(Id::value).toList();
        return page(Listing.of(ExperimentRow.class).where(new AnyOf("project_id", ids)), filter, page);
    }

    @Override
    public Slice<Experiment> list(ExperimentFilter filter, Page page) {
        return page(Listing.of(ExperimentRow.class), filter, page);
    }

    @Override
    public List<Experiment> among(Collection<Id<Experiment>> ids) {
        List<?> keys = ids.stream().map(Id::value).toList();
        return all(Listing.of(ExperimentRow.class).where(new AnyOf("id", keys)));
    }

    private Slice<Experiment> page(Listing<ExperimentRow> experiments, ExperimentFilter filter, Page page) {
        Listing<ExperimentRow> wanted = experiments
                .newestFirst("start_time", page)
                .whereEqual("status", filter.status() == null ? null : Words.of(filter.status()))
                .whereEqual("challenge", filter.challenge())
                .whereEqual("model_name", filter.model());
        if (filter.tag() != null) {
            wanted = wanted.where(new Holds("tags", filter.tag()));
        }
        if (filter.startedFrom() != null) {
            wanted = wanted.where(new AtLeast("start_time", filter.startedFrom()));
        }
        if (filter.startedBefore() != null) {
            wanted = wanted.where(new Before("start_time", filter.startedBefore()));
        }
        return Slice.of(
                all(wanted),
                page.limit(),
                experiment -> new Cursor(experiment.startTime(), experiment.id().value()));
    }
}
