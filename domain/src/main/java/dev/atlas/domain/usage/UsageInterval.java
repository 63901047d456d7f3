package dev.atlas.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Into how long parts a stretch of time is cut, by the clocks and calendars of a zone. */
public enum UsageInterval {
    HOUR("yyyy-MM-dd HH':00'"),
    DAY("yyyy-MM-dd"),
    MONTH("yyyy-MM");

    private final DateTimeFormatter form;

    UsageInterval(String pattern) {
        this.form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** Where the part that {@code time} is in begins. */
    public Instant floor(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        return switch (this) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
            case MONTH ->
                local.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
        };
    }

    /** Where the part after the one that begins at {@code start} begins. */
    public Instant next(Instant start, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        return switch (this) {
            case HOUR -> nextHour(start, zone);
            case DAY -> local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case MONTH ->
                local.toLocalDate()
                        .withDayOfMonth(1)
                        .plusMonths(1)
                        .atStartOfDay(zone)
                        .toInstant();
        };
    }

    /** Where clocks go back by half an hour the next full hour is not an hour away. */
    private static Instant nextHour(Instant start, ZoneId zone) {
        Instant later = start.plus(Duration.ofHours(1));
        Instant full = later.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        return full.isAfter(start) ? full : later;
    }

    /** How people there write the part that begins at {@code start}: {@code 2025-01-31 23:00}, {@code 2025-01-31}, {@code 2025-01}. */
    public String text(Instant start, ZoneId zone) {
        return form.format(start.atZone(zone));
    }
}
