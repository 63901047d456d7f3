package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Patch;
import dev.atlas.application.tracking.ExperimentChange;
import dev.atlas.domain.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge patch of an experiment. */
public record ExperimentPatch(
        @Nullable String experimentName,
        @Nullable Long challenge,
        @Nullable ModelInput model,
        Json.@Nullable Obj config,
        @Nullable DatasetInput dataset,
        Json.@Nullable Obj metrics,
        @Nullable List<String> tags,
        @Nullable String note,
        @Nullable String hostname,
        @Nullable String checkpointDir,
        Patch patch)
        implements Input {

    ExperimentChange change() {
        return new ExperimentChange(
                patch.of("experiment_name", experimentName),
                patch.of("challenge", challenge),
                patch.of("model", ModelInput.change(model)),
                patch.of("config", config),
                patch.of("dataset", DatasetInput.change(dataset)),
                patch.of("metrics", metrics),
                patch.of("tags", tags),
                patch.of("note", note),
                patch.of("hostname", hostname),
                patch.of("checkpoint_dir", checkpointDir));
    }
}
