package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one epoch of an experiment measured; an experiment has each epoch once.
 *
 * @param epoch 0 to 2,147,483,647, as its author counts
 * @param metrics see {@link EpochMetrics}
 * @param timestamp when it was logged last
 */
public record Epoch(
        Id<Epoch> id,
        Id<Experiment> experimentId,
        long epoch,
        SortedMap<String, Double> metrics,
        EpochTiming timing,
        EpochMemory memory,
        Instant timestamp,
        long version) {

    public Epoch {
        epoch = Numbers.epoch("epoch", epoch);
        metrics = EpochMetrics.of(metrics);
        timestamp = Instants.micros("timestamp", timestamp);
    }

    /** An epoch that is logged for the first time. */
    public static Epoch first(Id<Epoch> id, Id<Experiment> experiment, EpochEntry entry, Instant now) {
        Epoch blank =
                new Epoch(id, experiment, entry.epoch(), new TreeMap<>(), EpochTiming.NONE, EpochMemory.NONE, now, 0);
        return blank.mergedWith(entry, now);
    }

    /**
     * This epoch, logged again: given metrics replace all of them, timing and memory stay unless given, and the time is
     * replaced. Source: decision 32 of the tracking design.
     */
    public Epoch mergedWith(EpochEntry entry, Instant now) {
        return new Epoch(
                id,
                experimentId,
                epoch,
                Objects.requireNonNullElse(entry.metrics(), metrics),
                Objects.requireNonNullElse(entry.timing(), timing),
                Objects.requireNonNullElse(entry.memory(), memory),
                Objects.requireNonNullElse(entry.timestamp(), now),
                version);
    }
}
