package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Leaderboard;

/** An experiment and the value that earned it its place. */
@View
public record RankedExperimentView(Json.Num value, ExperimentView experiment) {

    static RankedExperimentView of(Leaderboard.Place place) {
        return new RankedExperimentView(new Json.Num(place.value()), ExperimentView.of(place.experiment()));
    }
}
