package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.tracking.EpochLog;
import dev.atlas.domain.tracking.EpochEntry;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Up to 1,000 epochs to be logged at once, in their order. */
public record EpochsInput(
        @Limits(min = 1, max = EpochLog.MAX_ENTRIES) List<NumberedEpochInput> epochs) implements Input {

    /** What is logged about one epoch. */
    public record NumberedEpochInput(
            @Limits(min = 0, max = Integer.MAX_VALUE) long epoch,
            @Nullable SortedMap<String, Double> metrics,
            @Nullable TimingInput timing,
            @Nullable MemoryInput memory,
            @Nullable Instant timestamp) {}

    List<EpochEntry> entries() {
        return epochs.stream()
                .map(each -> new EpochInput(each.metrics(), each.timing(), each.memory(), each.timestamp())
                        .entry(each.epoch()))
                .toList();
    }
}
