package dev.atlas.application.usage;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.RollupPlan;
import dev.atlas.domain.usage.RollupScope;
import dev.atlas.domain.usage.RollupStretch;
import dev.atlas.domain.usage.TimeRange;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageGrouping;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.domain.usage.UsageSum;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Adds up usage within one read: rollups where they fit, records at the edges. */
final class UsageSums {

    private final Repositories from;
    private final UsageFilter calls;

    UsageSums(Repositories from, UsageFilter calls) {
        this.from = from;
        this.calls = calls;
    }

    UsageFigures all(TimeRange range) {
        return by(range, UsageGrouping.NOTHING).stream()
                .map(UsageSum::figures)
                .reduce(UsageFigures.NONE, UsageFigures::plus);
    }

    /** In no order. */
    List<UsageSum> by(TimeRange range, UsageGrouping by) {
        Map<UsageDimensions, UsageFigures> sums = new HashMap<>();
        add(
                List.of(range),
                by,
                sum -> sums.merge(sum.of(), sum.figures(), UsageFigures::plus),
                record -> sums.merge(
                        UsageDimensions.of(record.call(), RollupScope.EACH).by(by),
                        UsageFigures.of(record),
                        UsageFigures::plus));
        return sums.entrySet().stream()
                .map(each -> new UsageSum(null, each.getKey(), each.getValue()))
                .toList();
    }

    /** By where each of the ranges begins; those without any calls are left out. */
    NavigableMap<Instant, UsageFigures> over(List<TimeRange> ranges) {
        NavigableMap<Instant, UsageFigures> sums = new TreeMap<>();
        NavigableSet<Instant> starts = new TreeSet<>();
        ranges.forEach(range -> starts.add(range.from()));
        add(
                ranges,
                UsageGrouping.TIME,
                sum -> sums.merge(starts.floor(Objects.requireNonNull(sum.start())), sum.figures(), UsageFigures::plus),
                record -> sums.merge(starts.floor(record.createdAt()), UsageFigures.of(record), UsageFigures::plus));
        return sums;
    }

    private void add(
            List<TimeRange> ranges, UsageGrouping by, Consumer<UsageSum> rollups, Consumer<UsageRecord> records) {
        RollupScope scope = scope(by);
        RollupPlan plan = RollupPlan.of(scope, ranges);
        plan.rollups()
                .forEach((span, parts) -> parts.forEach(part -> from.usageRollups()
                        .sums(new RollupStretch(scope, span, part.from(), part.before()), calls, by)
                        .forEach(rollups)));
        plan.records().forEach(part -> records(part, records));
    }

    /** Everybody's rollups are fewer, and do where nobody is told apart. */
    private RollupScope scope(UsageGrouping by) {
        boolean each = calls.user() != null
                || calls.project() != null
                || calls.agent() != null
                || by == UsageGrouping.USER
                || by == UsageGrouping.PROJECT
                || by == UsageGrouping.AGENT;
        return each ? RollupScope.EACH : RollupScope.EVERYBODY;
    }

    private void records(TimeRange part, Consumer<UsageRecord> records) {
        UsageRecordFilter wanted = new UsageRecordFilter(calls, null, part.from(), part.before());
        Cursor next = null;
        do {
            Slice<UsageRecord> page = from.usageRecords().list(wanted, new Page(Page.MAX_LIMIT, next));
            page.items().forEach(records);
            next = page.next();
        } while (next != null);
    }
}
