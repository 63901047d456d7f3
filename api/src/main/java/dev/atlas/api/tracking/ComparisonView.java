package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Comparison;
import dev.atlas.domain.tracking.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Experiments side by side, in the order they were asked for.
 *
 * @param missing the ids that name nothing the caller may see
 */
@View
public record ComparisonView(
        List<ExperimentView> experiments,
        List<Id<Experiment>> missing,
        List<DifferenceView> configDifferences,
        List<DifferenceView> metricDifferences) {

    /**
     * A member in which experiments differ.
     *
     * @param values by id of experiment; one that lacks the member is not in it
     */
    @View
    public record DifferenceView(String member, Json.Obj values) {

        static DifferenceView of(Comparison.Difference difference) {
            SequencedMap<String, Json> values = new LinkedHashMap<>();
            difference.values().forEach((id, value) -> values.put(id.toString(), value));
            return new DifferenceView(difference.member(), new Json.Obj(values));
        }
    }

    static ComparisonView of(Comparison comparison) {
        return new ComparisonView(
                comparison.experiments().stream().map(ExperimentView::of).toList(),
                comparison.missing(),
                comparison.config().stream().map(DifferenceView::of).toList(),
                comparison.metrics().stream().map(DifferenceView::of).toList());
    }
}
