package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The saved state of a model after an epoch. */
@View
public record CheckpointView(
        Id<Checkpoint> id,
        Id<Experiment> experimentId,
        long epoch,
        boolean isBest,
        SortedMap<String, Double> metrics,
        @Nullable FileView file,
        Json.Obj modelState,
        Json.Obj validation,
        Instant timestamp,
        long version) {

    static CheckpointView of(Checkpoint checkpoint) {
        return new CheckpointView(
                checkpoint.id(),
                checkpoint.experimentId(),
                checkpoint.epoch(),
                checkpoint.best(),
                checkpoint.metrics(),
                FileView.of(checkpoint.file()),
                checkpoint.modelState(),
                checkpoint.validation(),
                checkpoint.timestamp(),
                checkpoint.version());
    }
}
