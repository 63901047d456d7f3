package dev.atlas.application.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.CheckpointFile;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint somebody has saved. The rules of the values are those of {@link dev.atlas.domain.tracking.Checkpoint}.
 *
 * @param best whether it is the best of its experiment from now on
 * @param timestamp when it was saved; now, if null
 */
public record NewCheckpoint(
        long epoch,
        boolean best,
        SortedMap<String, Double> metrics,
        CheckpointFile file,
        Json.Obj modelState,
        Json.Obj validation,
        @Nullable Instant timestamp) {}
