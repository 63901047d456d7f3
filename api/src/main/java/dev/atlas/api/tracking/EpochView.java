package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What one epoch of an experiment measured. */
@View
public record EpochView(
        Id<Epoch> id,
        Id<Experiment> experimentId,
        long epoch,
        SortedMap<String, Double> metrics,
        @Nullable TimingView timing,
        @Nullable MemoryView memory,
        Instant timestamp,
        long version) {

    static EpochView of(Epoch epoch) {
        return new EpochView(
                epoch.id(),
                epoch.experimentId(),
                epoch.epoch(),
                epoch.metrics(),
                TimingView.of(epoch.timing()),
                MemoryView.of(epoch.memory()),
                epoch.timestamp(),
                epoch.version());
    }
}
