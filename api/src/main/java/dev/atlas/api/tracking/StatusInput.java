package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.application.tracking.StatusMove;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wanted move of an experiment; {@code metrics} is a merge patch of its metrics. */
public record StatusInput(ExperimentStatus status, @Nullable Instant endTime, Json.@Nullable Obj metrics)
        implements Input {

    StatusMove move() {
        return new StatusMove(status, endTime, Objects.requireNonNullElse(metrics, Json.Obj.EMPTY));
    }
}
