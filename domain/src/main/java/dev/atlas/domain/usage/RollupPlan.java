package dev.atlas.domain.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How stretches of time are put together: of rollups of the longest spans that fit, and at their edges, where no span fits, of
 * records. So what is read depends on how long a stretch is and hardly on how much was used.
 *
 * @param rollups by span; stretches that touch each other are one
 * @param records what no rollup covers
 */
public record RollupPlan(Map<RollupSpan, List<TimeRange>> rollups, List<TimeRange> records) {

    /** @param ranges no two of which overlap */
    public static RollupPlan of(RollupScope scope, List<TimeRange> ranges) {
        RollupPlan plan = new RollupPlan(new EnumMap<>(RollupSpan.class), new ArrayList<>());
        ranges.forEach(range -> plan.cover(range, scope.spans()));
        plan.rollups.replaceAll((span, parts) -> joined(parts));
        return new RollupPlan(plan.rollups, joined(plan.records));
    }

    private void cover(TimeRange range, List<RollupSpan> spans) {
        if (!range.from().isBefore(range.before())) {
            return;
        }
        if (spans.isEmpty()) {
            records.add(range);
            return;
        }
        RollupSpan longest = spans.getFirst();
        List<RollupSpan> shorter = spans.subList(1, spans.size());
        Instant first = longest.ceiling(range.from());
        Instant end = longest.floor(range.before());
        if (first.isBefore(end)) {
            cover(new TimeRange(range.from(), first), shorter);
            rollups.computeIfAbsent(longest, each -> new ArrayList<>()).add(new TimeRange(first, end));
            cover(new TimeRange(end, range.before()), shorter);
        } else {
            cover(range, shorter);
        }
    }

    private static List<TimeRange> joined(List<TimeRange> parts) {
        List<TimeRange> joined = new ArrayList<>();
        for (TimeRange part :
                parts.stream().sorted(Comparator.comparing(TimeRange::from)).toList()) {
            boolean goesOn = !joined.isEmpty() && joined.getLast().before().equals(part.from());
            Instant from = goesOn ? joined.removeLast().from() : part.from();
            joined.add(new TimeRange(from, part.before()));
        }
        return List.copyOf(joined);
    }
}
