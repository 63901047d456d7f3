package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An experiment. */
@View
public record ExperimentView(
        Id<Experiment> id,
        Id<Project> projectId,
        String experimentName,
        @Nullable Long challenge,
        ExperimentStatus status,
        @Nullable ModelView model,
        Json.Obj config,
        @Nullable DatasetView dataset,
        Json.Obj metrics,
        List<String> tags,
        @Nullable String note,
        Instant startTime,
        @Nullable Instant endTime,
        String createdBy,
        @Nullable String hostname,
        @Nullable String checkpointDir,
        @Nullable Id<Experiment> parentExperimentId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ExperimentView of(Experiment experiment) {
        return new ExperimentView(
                experiment.id(),
                experiment.projectId(),
                experiment.name(),
                experiment.challenge(),
                experiment.status(),
                ModelView.of(experiment.model()),
                experiment.config(),
                DatasetView.of(experiment.dataset()),
                experiment.metrics(),
                experiment.tags(),
                experiment.note(),
                experiment.startTime(),
                experiment.endTime(),
                experiment.createdBy(),
                experiment.hostname(),
                experiment.checkpointDir(),
                experiment.parentId(),
                experiment.createdAt(),
                experiment.updatedAt(),
                experiment.version());
    }
}
