package dev.atlas.domain;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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

    /** In a second. */
    private static final long MICROS = 1_000_000;

    private Instants() {}

    /** The time of this clock, cut to microseconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

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
        LocalDateTime time = LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
        byte[] text = new byte[27];
        digits(text, 0, 4, time.getYear());
        text[4] = '-';
        digits(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, time.getHour());
        text[13] = ':';
        digits(text, 14, 2, time.getMinute());
        text[16] = ':';
        digits(text, 17, 2, time.getSecond());
        text[19] = '.';
        digits(text, 20, 6, time.getNano() / 1_000);
        text[26] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** By hand: every answer has several times, and a formatter takes ten times as long. */
    private static void digits(byte[] text, int from, int count, int number) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
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
        return Math.addExact(Math.multiplyExact(value.getEpochSecond(), MICROS), value.getNano() / 1_000);
    }

    /** The instant {@code micros} microseconds after 1970-01-01T00:00:00Z. */
    public static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
