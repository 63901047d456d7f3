package dev.atlas.application.tracking;

import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import java.util.List;

/**
 * All that is known of one experiment, as of one moment.
 *
 * @param epochs by number, ascending
 * @param checkpoints by epoch, then time, then id, ascending
 */
public record ExperimentHistory(Experiment experiment, List<Epoch> epochs, List<Checkpoint> checkpoints) {}
