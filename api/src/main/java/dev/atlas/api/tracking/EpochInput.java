package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.domain.tracking.EpochEntry;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What is logged about the epoch that the path names. */
public record EpochInput(
        @Nullable SortedMap<String, Double> metrics,
        @Nullable TimingInput timing,
        @Nullable MemoryInput memory,
        @Nullable Instant timestamp)
        implements Input {

    EpochEntry entry(long epoch) {
        return new EpochEntry(
                epoch,
                metrics,
                timing == null ? null : timing.timing(),
                memory == null ? null : memory.memory(),
                timestamp);
    }
}
