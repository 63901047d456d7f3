package dev.atlas.application.usage;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.TimeRange;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageGrouping;
import dev.atlas.domain.usage.UsageInterval;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.domain.usage.UsageSum;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;

/**
 * What was used and what it cost: everybody's, or the caller's own. Every method throws {@link
 * dev.atlas.application.Refusal.NotAllowed} {@code permission.missing}.
 */
public final class UsageStatistics {

    private static final int TOP_MODELS = 5;

    /** What costs most comes first, then what was asked most. */
    private static final Comparator<UsageSum> MOST_FIRST = Comparator.comparing(
                    (UsageSum sum) -> sum.figures().costUsd())
            .thenComparing(sum -> sum.figures().calls())
            .reversed()
            .thenComparing(UsageSum.ORDER);

    private final Foundation foundation;
    private final UsageSight sight;

    UsageStatistics(Foundation foundation, UsageSight sight) {
        this.foundation = foundation;
        this.sight = sight;
    }

    /** All of it together. */
    public CompletableFuture<UsageFigures> totals(Caller caller, UsageQuestion question) {
        UsageFilter calls = sight.of(caller, question.calls());
        return foundation.storage().readAsync(from -> new UsageSums(from, calls).all(question.range()));
    }

    /**
     * The parts of it, those that cost most first.
     *
     * @param by anything but time
     */
    public CompletableFuture<List<UsageShare>> shares(
            Caller caller, UsageQuestion question, UsageGrouping by, int limit) {
        UsageFilter calls = sight.of(caller, question.calls());
        return foundation
                .storage()
                .readAsync(from -> most(new UsageSums(from, calls), question.range(), by, limit).stream()
                        .map(sum -> share(from, sum, by))
                        .toList());
    }

    /**
     * How it went over time, ascending; the last day, month or year in hours, days or months, if no start is given.
     *
     * @throws InvalidValue naming {@code start} if there are more than {@value UsageTrend#MOST} parts
     */
    public CompletableFuture<List<UsagePeriod>> trend(Caller caller, UsageQuestion question, UsageTrend trend) {
        UsageFilter calls = sight.of(caller, question.calls());
        List<UsageTrend.Part> parts =
                trend.parts(trend.bounded(question, foundation.now()).range());
        return foundation.storage().readAsync(from -> periods(new UsageSums(from, calls), trend, parts));
    }

    /** The present day, week and month, and everything. */
    public CompletableFuture<UsageDashboard> dashboard(Caller caller, UsageFilter wanted, ZoneId zone) {
        UsageFilter calls = sight.of(caller, wanted);
        Instant now = foundation.now();
        return foundation.storage().readAsync(from -> dashboard(new UsageSums(from, calls), now, zone));
    }

    /** The records themselves, newest first. */
    public CompletableFuture<Slice<UsageRecord>> records(Caller caller, UsageRecordFilter wanted, Page page) {
        UsageRecordFilter seen = seen(caller, wanted);
        return foundation.storage().readAsync(from -> from.usageRecords().list(seen, page));
    }

    /** All of them as lines of CSV, newest first, read as they are asked for: the first few before this returns. */
    public UsageCsv csv(Caller caller, UsageRecordFilter wanted) {
        UsageRecordFilter seen = seen(caller, wanted);
        return new UsageCsv(
                page -> foundation.storage().read(from -> from.usageRecords().list(seen, page)));
    }

    private UsageRecordFilter seen(Caller caller, UsageRecordFilter wanted) {
        UsageFilter calls = sight.of(caller, wanted.calls());
        return new UsageRecordFilter(calls, wanted.session(), wanted.from(), wanted.before());
    }

    private static UsageDashboard dashboard(UsageSums sums, Instant now, ZoneId zone) {
        UsageTrend days = new UsageTrend(UsageInterval.DAY, zone, true);
        Instant today = UsageInterval.DAY.floor(now, zone);
        Instant tomorrow = UsageInterval.DAY.next(today, zone);
        TimeRange week = new TimeRange(daysBefore(today, 7, zone), tomorrow);
        TimeRange month = new TimeRange(daysBefore(today, 30, zone), tomorrow);
        List<UsagePeriod> ofWeek = periods(sums, days, days.parts(week));
        List<UsageSum> models = ranked(sums.by(month, UsageGrouping.MODEL));
        return new UsageDashboard(
                sums.all(new UsageQuestion(UsageFilter.NONE, null, null).range()),
                ofWeek.getLast().figures(),
                together(ofWeek.stream().map(UsagePeriod::figures).toList()),
                together(models.stream().map(UsageSum::figures).toList()),
                models.stream().limit(TOP_MODELS).toList(),
                ofWeek);
    }

    private static Instant daysBefore(Instant day, int days, ZoneId zone) {
        return day.atZone(zone)
                .toLocalDate()
                .minus(Period.ofDays(days))
                .atStartOfDay(zone)
                .toInstant();
    }

    private static UsageFigures together(List<UsageFigures> figures) {
        return figures.stream().reduce(UsageFigures.NONE, UsageFigures::plus);
    }

    private static List<UsagePeriod> periods(UsageSums sums, UsageTrend trend, List<UsageTrend.Part> parts) {
        NavigableMap<Instant, UsageFigures> figures =
                sums.over(parts.stream().map(UsageTrend.Part::asked).toList());
        List<UsagePeriod> periods = new ArrayList<>();
        for (UsageTrend.Part part : parts) {
            UsageFigures some = figures.get(part.asked().from());
            if (some != null || trend.gaps()) {
                String name = trend.interval().text(part.start(), trend.zone());
                periods.add(new UsagePeriod(name, part.start(), some == null ? UsageFigures.NONE : some));
            }
        }
        return periods;
    }

    private static List<UsageSum> most(UsageSums sums, TimeRange range, UsageGrouping by, int limit) {
        return ranked(sums.by(range, by)).stream().limit(limit).toList();
    }

    private static List<UsageSum> ranked(List<UsageSum> sums) {
        return sums.stream().sorted(MOST_FIRST).toList();
    }

    private static UsageShare share(Repositories from, UsageSum sum, UsageGrouping by) {
        Id<User> user = sum.of().user();
        String username = user == null
                ? (by == UsageGrouping.USER ? UsageShare.ANONYMOUS : null)
                : from.users().find(user).map(found -> found.username().value()).orElse(null);
        return new UsageShare(sum.of(), username, sum.figures());
    }
}
