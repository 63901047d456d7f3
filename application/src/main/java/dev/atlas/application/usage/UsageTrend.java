package dev.atlas.application.usage;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.usage.TimeRange;
import dev.atlas.domain.usage.UsageInterval;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How a stretch of time is cut.
 *
 * @param gaps true if parts without any calls are wanted too
 */
public record UsageTrend(UsageInterval interval, ZoneId zone, boolean gaps) {

    /** In a stretch: six weeks of hours, nearly three years of days. */
    public static final int MOST = 1_000;

    /** A part: the moment it begins by the calendar, and what of it is asked for. */
    record Part(Instant start, TimeRange asked) {}

    /** The last day, month or year before {@code end}, or before now, unless a start is given. */
    UsageQuestion bounded(UsageQuestion question, Instant now) {
        Instant end = question.end() == null ? now : question.end();
        Instant start = question.start() == null ? usualStart(end) : question.start();
        return new UsageQuestion(question.calls(), start, end);
    }

    private Instant usualStart(Instant end) {
        Instant start = end.atZone(zone)
                .minus(
                        switch (interval) {
                            case HOUR -> Period.ofDays(1);
                            case DAY -> Period.ofDays(30);
                            case MONTH -> Period.ofYears(1);
                        })
                .toInstant();
        return start.isBefore(Instants.EARLIEST) ? Instants.EARLIEST : start;
    }

    /** Throws {@link InvalidValue} naming {@code start} if there are too many. */
    List<Part> parts(TimeRange range) {
        List<Part> parts = new ArrayList<>();
        Instant start = interval.floor(range.from(), zone);
        while (start.isBefore(range.before())) {
            if (parts.size() == MOST) {
                throw new InvalidValue("start", "must leave at most " + MOST + " parts until end");
            }
            Instant next = interval.next(start, zone);
            Instant from = start.isBefore(range.from()) ? range.from() : start;
            Instant before = next.isAfter(range.before()) ? range.before() : next;
            parts.add(new Part(start, new TimeRange(from, before)));
            start = next;
        }
        return parts;
    }
}
