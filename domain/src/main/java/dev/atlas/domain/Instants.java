package dev.atlas.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Time as Atlas keeps it: UTC, whole microseconds, from 0001-01-01 to the end of 9999-12-31. The imported history has
 * microseconds, and every engine can be made to hold them.
 */
public final class Instants {

    /** The earliest instant that is kept. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest instant that is kept. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final DateTimeFormatter SIX_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Instants() {}

    /** Cuts to microseconds. Throws {@link InvalidValue} naming {@code field} outside the range. */
    public static Instant micros(String field, Instant value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST.plusNanos(999))) {
            throw new InvalidValue(field, "must lie between 0001-01-01 and 9999-12-31");
        }
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same for an instant that may be absent. */
    public static @Nullable Instant microsOrNull(String field, @Nullable Instant value) {
        return value == null ? null : micros(field, value);
    }

    /** RFC 3339 in UTC with exactly six fraction digits: {@code 2025-10-19T18:32:26.111910Z}. */
    public static String text(Instant value) {
        return SIX_DIGITS.format(value);
    }

    /** Reads RFC 3339 with any offset. Throws {@link InvalidValue} naming {@code field} for anything else. */
    public static Instant parse(String field, String text) {
        try {
            return micros(field, DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "must be a time such as 2025-10-19T18:32:26.111910Z");
        }
    }

    /** Microseconds since 1970-01-01T00:00:00Z; negative before. */
    public static long toMicros(Instant value) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, value);
    }

    /** The instant {@code micros} microseconds after 1970-01-01T00:00:00Z. */
    public static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
