package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.application.tracking.ExperimentHistory;
import java.util.List;

/** All that is known of one experiment; epochs and checkpoints ascending. */
@View
public record ExperimentHistoryView(
        ExperimentView experiment, List<EpochView> epochs, List<CheckpointView> checkpoints) {

    static ExperimentHistoryView of(ExperimentHistory history) {
        return new ExperimentHistoryView(
                ExperimentView.of(history.experiment()),
                history.epochs().stream().map(EpochView::of).toList(),
                history.checkpoints().stream().map(CheckpointView::of).toList());
    }
}
