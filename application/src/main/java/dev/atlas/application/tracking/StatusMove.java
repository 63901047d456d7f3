package dev.atlas.application.tracking;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wanted move of an experiment.
 *
 * @param endTime when it ended; now, if null. Only for a status that has an end
 * @param metrics a merge patch of its metrics; an empty one changes none
 */
public record StatusMove(ExperimentStatus status, @Nullable Instant endTime, Json.Obj metrics) {

    public StatusMove {
        endTime = Instants.microsOrNull("end_time", endTime);
        if (endTime != null && !status.ended()) {
            throw new InvalidValue("end_time", "must be absent while the experiment is running");
        }
    }

    public static StatusMove to(ExperimentStatus status) {
        return new StatusMove(status, null, Json.Obj.EMPTY);
    }
}
