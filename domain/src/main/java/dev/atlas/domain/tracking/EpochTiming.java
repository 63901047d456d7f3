package dev.atlas.domain.tracking;

import dev.atlas.domain.Instants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long an epoch took and how fast it was; every number finite and not negative. */
public record EpochTiming(
        @Nullable Double durationSeconds,
        @Nullable Double samplesPerSecond,
        @Nullable Double batchesPerSecond,
        @Nullable Instant epochStart,
        @Nullable Instant epochEnd) {

    /** A timing of which nothing is known: the same as none. */
    public static final EpochTiming NONE = new EpochTiming(null, null, null, null, null);

    public EpochTiming {
        durationSeconds = Numbers.finiteNotNegative("timing.duration_seconds", durationSeconds);
        samplesPerSecond = Numbers.finiteNotNegative("timing.samples_per_second", samplesPerSecond);
        batchesPerSecond = Numbers.finiteNotNegative("timing.batches_per_second", batchesPerSecond);
        epochStart = Instants.microsOrNull("timing.epoch_start", epochStart);
        epochEnd = Instants.microsOrNull("timing.epoch_end", epochEnd);
    }

    public static EpochTiming lasting(@Nullable Double seconds) {
        return new EpochTiming(seconds, null, null, null, null);
    }
}
