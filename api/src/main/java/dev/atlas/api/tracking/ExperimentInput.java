package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.application.tracking.NewExperiment;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Experiment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An experiment to be started. */
public record ExperimentInput(
        Id<Project> projectId,
        String experimentName,
        @Nullable Long challenge,
        @Nullable ModelInput model,
        Json.@Nullable Obj config,
        @Nullable DatasetInput dataset,
        Json.@Nullable Obj metrics,
        @Nullable List<String> tags,
        @Nullable String note,
        @Nullable String hostname,
        @Nullable String checkpointDir,
        @Nullable Id<Experiment> parentExperimentId)
        implements Input {

    NewExperiment wanted() {
        return new NewExperiment(
                projectId,
                experimentName,
                challenge,
                ModelInput.spec(model),
                Objects.requireNonNullElse(config, Json.Obj.EMPTY),
                DatasetInput.spec(dataset),
                Objects.requireNonNullElse(metrics, Json.Obj.EMPTY),
                Objects.requireNonNullElse(tags, List.of()),
                note,
                hostname,
                checkpointDir,
                parentExperimentId);
    }
}
