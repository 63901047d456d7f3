package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.tracking.NewCheckpoint;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A checkpoint that was saved; not the best unless it says so. */
public record CheckpointInput(
        @Limits(min = 0, max = Integer.MAX_VALUE) long epoch,
        @Nullable Boolean isBest,
        @Nullable SortedMap<String, Double> metrics,
        @Nullable FileInput file,
        Json.@Nullable Obj modelState,
        Json.@Nullable Obj validation,
        @Nullable Instant timestamp)
        implements Input {

    NewCheckpoint saved() {
        return new NewCheckpoint(
                epoch,
                Objects.requireNonNullElse(isBest, false),
                Objects.requireNonNullElse(metrics, Collections.emptySortedMap()),
                FileInput.file(file),
                Objects.requireNonNullElse(modelState, Json.Obj.EMPTY),
                Objects.requireNonNullElse(validation, Json.Obj.EMPTY),
                timestamp);
    }
}
