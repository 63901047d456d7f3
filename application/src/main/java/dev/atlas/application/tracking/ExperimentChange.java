package dev.atlas.application.tracking;

import dev.atlas.application.Change;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.DatasetSpec;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ModelSpec;
import java.time.Instant;
import java.util.List;

/**
 * A merge patch of an experiment. {@code config} and {@code metrics} are themselves merge patches of theirs; clearing them
 * leaves an empty object. Status and end are changed by {@link ExperimentLifecycle} only.
 */
public record ExperimentChange(
        Change<String> name,
        Change<Long> challenge,
        Change<ModelChange> model,
        Change<Json.Obj> config,
        Change<DatasetChange> dataset,
        Change<Json.Obj> metrics,
        Change<List<String>> tags,
        Change<String> note,
        Change<String> hostname,
        Change<String> checkpointDir) {

    Experiment of(Experiment current, Instant now) {
        return new Experiment(
                current.id(),
                current.projectId(),
                name.required("experiment_name", current.name()),
                challenge.from(current.challenge()),
                current.status(),
                model(current.model()),
                Patches.apply(config, current.config()),
                dataset(current.dataset()),
                Patches.apply(metrics, current.metrics()),
                tags.orWhenCleared(List.of(), current.tags()),
                note.from(current.note()),
                current.startTime(),
                current.endTime(),
                current.createdBy(),
                hostname.from(current.hostname()),
                checkpointDir.from(current.checkpointDir()),
                current.parentId(),
                current.createdAt(),
                now,
                current.version());
    }

    private ModelSpec model(ModelSpec current) {
        return switch (model) {
            case Change.Kept<ModelChange> kept -> current;
            case Change.To<ModelChange> to -> {
                ModelChange change = to.value();
                yield change == null ? ModelSpec.NONE : change.of(current);
            }
        };
    }

    private DatasetSpec dataset(DatasetSpec current) {
        return switch (dataset) {
            case Change.Kept<DatasetChange> kept -> current;
            case Change.To<DatasetChange> to -> {
                DatasetChange change = to.value();
                yield change == null ? DatasetSpec.NONE : change.of(current);
            }
        };
    }
}
