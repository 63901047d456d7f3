package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.SortedMap;

/**
 * The saved state of a model after an epoch. An epoch may have several; an experiment has at most one best.
 *
 * @param epoch 0 to 2,147,483,647; the epoch itself need not have been logged
 * @param metrics see {@link EpochMetrics}
 * @param modelState free, an object: optimizer, scheduler, step
 * @param validation free, an object: how it was validated
 * @param timestamp lists order by it
 */
public record Checkpoint(
        Id<Checkpoint> id,
        Id<Experiment> experimentId,
        long epoch,
        boolean best,
        SortedMap<String, Double> metrics,
        CheckpointFile file,
        Json.Obj modelState,
        Json.Obj validation,
        Instant timestamp,
        long version) {

    public Checkpoint {
        epoch = Numbers.epoch("epoch", epoch);
        metrics = EpochMetrics.of(metrics);
        timestamp = Instants.micros("timestamp", timestamp);
    }

    /** The same as the best of its experiment. */
    public Checkpoint promoted() {
        return marked(true);
    }

    /** The same as one among others. */
    public Checkpoint demoted() {
        return marked(false);
    }

    private Checkpoint marked(boolean isBest) {
        return new Checkpoint(
                id, experimentId, epoch, isBest, metrics, file, modelState, validation, timestamp, version);
    }
}
