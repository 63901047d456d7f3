package dev.atlas.domain.tracking;

import dev.atlas.domain.Instants;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logs about an epoch; null says nothing.
 *
 * @param epoch 0 to 2,147,483,647, as its author counts
 * @param metrics see {@link EpochMetrics}
 * @param timestamp when it was logged; now, if null
 */
public record EpochEntry(
        long epoch,
        @Nullable SortedMap<String, Double> metrics,
        @Nullable EpochTiming timing,
        @Nullable EpochMemory memory,
        @Nullable Instant timestamp) {

    public EpochEntry {
        epoch = Numbers.epoch("epoch", epoch);
        metrics = metrics == null ? null : EpochMetrics.of(metrics);
        timestamp = Instants.microsOrNull("timestamp", timestamp);
    }
}
