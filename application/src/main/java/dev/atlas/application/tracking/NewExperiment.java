package dev.atlas.application.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.DatasetSpec;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about an experiment they start. Its id, start, status and author are not theirs to choose. The rules
 * of the values are those of {@link Experiment}.
 */
public record NewExperiment(
        Id<Project> project,
        String name,
        @Nullable Long challenge,
        ModelSpec model,
        Json.Obj config,
        DatasetSpec dataset,
        Json.Obj metrics,
        List<String> tags,
        @Nullable String note,
        @Nullable String hostname,
        @Nullable String checkpointDir,
        @Nullable Id<Experiment> parent) {}
