package dev.atlas.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollupPlanTest {

    private static TimeRange range(String from, String before) {
        return new TimeRange(Instant.parse(from), Instant.parse(before));
    }

    /** A range from April to June: days of April and June, May at once, and hours and minutes at its ends. */
    @Test
    void aRangeIsMadeOfTheLongestSpansThatFit() {
        RollupPlan plan = RollupPlan.of(
                RollupScope.EVERYBODY, List.of(range("2025-04-28T22:10:00Z", "2025-06-02T01:31:00.000001Z")));
        assertThat(plan.rollups())
                .isEqualTo(Map.of(
                        RollupSpan.MONTH, List.of(range("2025-05-01T00:00:00Z", "2025-06-01T00:00:00Z")),
                        RollupSpan.DAY,
                                List.of(
                                        range("2025-04-29T00:00:00Z", "2025-05-01T00:00:00Z"),
                                        range("2025-06-01T00:00:00Z", "2025-06-02T00:00:00Z")),
                        RollupSpan.HOUR,
                                List.of(
                                        range("2025-04-28T23:00:00Z", "2025-04-29T00:00:00Z"),
                                        range("2025-06-02T00:00:00Z", "2025-06-02T01:00:00Z")),
                        RollupSpan.QUARTER_HOUR,
                                List.of(
                                        range("2025-04-28T22:15:00Z", "2025-04-28T23:00:00Z"),
                                        range("2025-06-02T01:00:00Z", "2025-06-02T01:30:00Z"))));
        assertThat(plan.records())
                .containsExactly(
                        range("2025-04-28T22:10:00Z", "2025-04-28T22:15:00Z"),
                        range("2025-06-02T01:30:00Z", "2025-06-02T01:31:00.000001Z"));
    }

    /** Days of Kathmandu are no days of UTC; together they are one stretch of hours and of what is between. */
    @Test
    void stretchesThatTouchAreOne() {
        List<TimeRange> days = new ArrayList<>();
        Instant start = Instant.parse("2025-01-09T18:15:00Z");
        for (int day = 0; day < 3; day++) {
            days.add(new TimeRange(start, start.plus(1, ChronoUnit.DAYS)));
            start = start.plus(1, ChronoUnit.DAYS);
        }
        RollupPlan everybody = RollupPlan.of(RollupScope.EVERYBODY, days);
        assertThat(everybody.records()).isEmpty();
        assertThat(everybody.rollups().get(RollupSpan.QUARTER_HOUR))
                .contains(range("2025-01-10T18:00:00Z", "2025-01-10T19:00:00Z"));
        assertThat(RollupPlan.of(RollupScope.EACH, days).records())
                .containsExactly(
                        range("2025-01-09T18:15:00Z", "2025-01-09T19:00:00Z"),
                        range("2025-01-10T18:00:00Z", "2025-01-10T19:00:00Z"),
                        range("2025-01-11T18:00:00Z", "2025-01-11T19:00:00Z"),
                        range("2025-01-12T18:00:00Z", "2025-01-12T18:15:00Z"));
    }

    @Test
    void anEmptyRangeNeedsNothing() {
        RollupPlan plan =
                RollupPlan.of(RollupScope.EACH, List.of(range("2025-01-01T00:00:00Z", "2025-01-01T00:00:00Z")));
        assertThat(plan.rollups()).isEmpty();
        assertThat(plan.records()).isEmpty();
    }

    /** Whatever the ranges, every moment of them is covered once, and none besides. */
    @ParameterizedTest
    @EnumSource
    void everyMomentIsCoveredOnce(RollupScope scope) {
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            Instant first = Instant.EPOCH.plus(Duration.ofSeconds(random.nextLong(2_000_000_000L)));
            Instant from = random.nextBoolean() ? first : RollupSpan.HOUR.floor(first);
            Instant middle = from.plus(Duration.ofMinutes(random.nextLong(200_000)));
            Instant before = middle.plus(random.nextLong(10_000_000_000L), ChronoUnit.MICROS);
            RollupPlan plan = RollupPlan.of(scope, List.of(new TimeRange(from, middle), new TimeRange(middle, before)));
            List<TimeRange> parts = new ArrayList<>(plan.records());
            plan.rollups()
                    .forEach((span, stretches) -> stretches.forEach(stretch -> {
                        assertThat(span.floor(stretch.from())).isEqualTo(stretch.from());
                        assertThat(span.floor(stretch.before())).isEqualTo(stretch.before());
                        parts.add(stretch);
                    }));
            parts.sort(Comparator.comparing(TimeRange::from));
            Instant reached = from;
            for (TimeRange part : parts) {
                assertThat(part.from()).isEqualTo(reached);
                reached = part.before();
            }
            assertThat(reached).isEqualTo(before);
        }
    }
}
