package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import java.util.List;
import java.util.Optional;

/** The checkpoints of all experiments. One of an experiment that is not there is refused as {@link Aggregates} says. */
public interface Checkpoints extends Aggregates<Id<Checkpoint>, Checkpoint> {

    /** The unique rule that an experiment has at most one best checkpoint. */
    String ONE_BEST = "checkpoints_one_best";

    /** All of this experiment, by epoch, then time, then id, ascending. */
    List<Checkpoint> of(Id<Experiment> experiment);

    /** Those of this experiment, newest first (by time, then id). */
    Slice<Checkpoint> of(Id<Experiment> experiment, Page page);

    /** The best of this experiment, or empty. */
    Optional<Checkpoint> best(Id<Experiment> experiment);
}
