package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.tracking.ExperimentChange;
import dev.atlas.domain.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge patch of an experiment. */
public record ExperimentPatch(
        @Nullable @Limits(min = 1, max = 200, clearable = false)
        String experimentName,

        @Nullable @Limits(min = 1, max = 2) Long challenge,
        @Nullable ModelInput model,
        Json.@Nullable Obj config,
        @Nullable DatasetInput dataset,
        Json.@Nullable Obj metrics,
        @Nullable @Limits(max = 50) List<@Limits(min = 1, max = 100) String> tags,
        @Nullable @Limits(max = 10_000) String note,
        @Nullable @Limits(max = 255) String hostname,
        @Nullable @Limits(max = 4096) String checkpointDir,
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
