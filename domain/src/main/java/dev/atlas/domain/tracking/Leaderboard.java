package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The best experiments by one metric, out of any number offered one by one. Those without a finite value are left out; of
 * equal ones the earlier start is better, then the smaller id. Source: tracking reference, section 3. For one thread.
 */
public final class Leaderboard {

    /** An experiment and the value that earned it its place. */
    public record Place(Experiment experiment, BigDecimal value) {}

    private final String metric;
    private final int limit;
    private final Comparator<Place> bestFirst;
    private final PriorityQueue<Place> worstFirst;

    /** Keeps the {@code limit} best, at least 1. */
    public Leaderboard(String metric, Direction direction, int limit) {
        this.metric = metric;
        this.limit = limit;
        Comparator<Place> byValue = Comparator.comparing(Place::value);
        this.bestFirst = (direction == Direction.MIN ? byValue : byValue.reversed())
                .thenComparing(place -> place.experiment().startTime())
                .thenComparing(place -> place.experiment().id().value(), Id::compare);
        this.worstFirst = new PriorityQueue<>(bestFirst.reversed());
    }

    public void offer(Experiment experiment) {
        ExperimentMetrics.finite(experiment.metrics(), metric).ifPresent(value -> {
            worstFirst.add(new Place(experiment, value));
            if (worstFirst.size() > limit) {
                worstFirst.remove();
            }
        });
    }

    /** Those kept so far, the best first. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>(worstFirst);
        places.sort(bestFirst);
        return List.copyOf(places);
    }
}
