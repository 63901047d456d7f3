package dev.atlas.api.tracking;

import dev.atlas.api.http.Limits;
import dev.atlas.domain.tracking.EpochTiming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long an epoch took and how fast it was. */
public record TimingInput(
        @Nullable @Limits(min = 0) Double durationSeconds,
        @Nullable @Limits(min = 0) Double samplesPerSecond,
        @Nullable @Limits(min = 0) Double batchesPerSecond,
        @Nullable Instant epochStart,
        @Nullable Instant epochEnd) {

    EpochTiming timing() {
        return new EpochTiming(durationSeconds, samplesPerSecond, batchesPerSecond, epochStart, epochEnd);
    }
}
