package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.application.tracking.TrainingTime;
import dev.atlas.domain.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How long the experiments of one model took. */
@View
public record TrainingTimeView(@Nullable String model, Json.@Nullable Num averageHours, long experiments) {

    static TrainingTimeView of(TrainingTime time) {
        BigDecimal hours = time.averageHours();
        return new TrainingTimeView(time.model(), hours == null ? null : new Json.Num(hours), time.experiments());
    }
}
