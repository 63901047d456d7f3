package dev.atlas.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * For how long what was used is added up, in UTC. No zone of today is off by less than a quarter of an hour, so every zone's
 * hours, days and months are made of whole ones of these.
 */
public enum RollupSpan {
    QUARTER_HOUR,
    HOUR,
    DAY,
    MONTH;

    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    /** The beginning of the one that {@code time} is in. */
    public Instant floor(Instant time) {
        return switch (this) {
            case QUARTER_HOUR ->
                Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case MONTH -> start(LocalDate.ofInstant(time, ZoneOffset.UTC).withDayOfMonth(1));
        };
    }

    /** The first that begins at {@code time} or later. */
    public Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? time : end(floor);
    }

    /** Where the one that begins at {@code start} ends. */
    private Instant end(Instant start) {
        return switch (this) {
            case QUARTER_HOUR -> start.plusSeconds(QUARTER_SECONDS);
            case HOUR -> start.plus(1, ChronoUnit.HOURS);
            case DAY -> start.plus(1, ChronoUnit.DAYS);
            case MONTH -> start(LocalDate.ofInstant(start, ZoneOffset.UTC).plusMonths(1));
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
