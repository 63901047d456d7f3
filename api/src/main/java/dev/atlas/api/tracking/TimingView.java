package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.tracking.EpochTiming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long an epoch took and how fast it was. */
@View
public record TimingView(
        @Nullable Double durationSeconds,
        @Nullable Double samplesPerSecond,
        @Nullable Double batchesPerSecond,
        @Nullable Instant epochStart,
        @Nullable Instant epochEnd) {

    static @Nullable TimingView of(EpochTiming timing) {
        return timing.equals(EpochTiming.NONE)
                ? null
                : new TimingView(
                        timing.durationSeconds(),
                        timing.samplesPerSecond(),
                        timing.batchesPerSecond(),
                        timing.epochStart(),
                        timing.epochEnd());
    }
}
