package dev.atlas.application.tracking;

import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentMetrics;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the experiments of one model took.
 *
 * @param model absent for those that name none
 * @param averageHours of those that say how long they took; absent if none does
 * @param experiments how many there are, with or without a time
 */
public record TrainingTime(@Nullable String model, @Nullable BigDecimal averageHours, long experiments) {

    private static final String HOURS = "training_time_hours";

    /** Adds experiments up. For one thread. */
    static final class Totals {

        private record Total(BigDecimal hours, long timed, long experiments) {}

        private final Map<Optional<String>, Total> totals = new HashMap<>();

        void add(Experiment experiment) {
            Optional<BigDecimal> hours = ExperimentMetrics.finite(experiment.metrics(), HOURS);
            Total one = new Total(hours.orElse(BigDecimal.ZERO), hours.isPresent() ? 1 : 0, 1);
            totals.merge(
                    Optional.ofNullable(experiment.model().name()),
                    one,
                    (a, b) -> new Total(
                            a.hours().add(b.hours()), a.timed() + b.timed(), a.experiments() + b.experiments()));
        }

        List<TrainingTime> averages() {
            List<TrainingTime> averages = new ArrayList<>();
            totals.forEach((model, total) ->
                    averages.add(new TrainingTime(model.orElse(null), average(total), total.experiments())));
            averages.sort(Comparator.comparing(
                            TrainingTime::averageHours, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                    .thenComparing(TrainingTime::model, Comparator.nullsLast(Comparator.<String>naturalOrder())));
            return List.copyOf(averages);
        }

        private static @Nullable BigDecimal average(Total total) {
            return total.timed() == 0
                    ? null
                    : total.hours().divide(BigDecimal.valueOf(total.timed()), MathContext.DECIMAL64);
        }
    }
}
