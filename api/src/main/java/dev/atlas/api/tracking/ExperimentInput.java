package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
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
        @Limits(min = 1, max = 200) String experimentName,
        @Nullable @Limits(min = 1, max = 2) Long challenge,
        @Nullable ModelInput model,
        Json.@Nullable Obj config,
        @Nullable DatasetInput dataset,
        Json.@Nullable Obj metrics,
        @Nullable @Limits(max = 50) List<@Limits(min = 1, max = 100) String> tags,
        @Nullable @Limits(max = 10_000) String note,
        @Nullable @Limits(max = 255) String hostname,
        @Nullable @Limits(max = 4096) String checkpointDir,
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
