package dev.atlas.application.imports;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row as what they are meant to be. SQLite lets every column hold everything, so each is read by what is
 * there, not by what was declared. Throws {@link InvalidValue} naming the column for what cannot be meant.
 */
record Cells(SourceRow row, ZoneId zone) {

    /** As Python and SQLite write times: with T or a blank, with or without a zone. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** The row's key as text. */
    String key(String column) {
        return switch (row.value(column)) {
            case SourceValue.Whole(long value) -> Long.toString(value);
            case SourceValue.Text(String value) -> value;
            default -> throw new InvalidValue(column, "is no key");
        };
    }

    @Nullable
    Long whole(String column) {
        return switch (row.value(column)) {
            case SourceValue.Nothing nothing -> null;
            case SourceValue.Whole(long value) -> value;
            case SourceValue.Real(double value)
            when value == Math.rint(value) && Math.abs(value) < 1L << 53 -> (long) value;
            default -> throw new InvalidValue(column, "must be a whole number");
        };
    }

    long required(String column) {
        Long value = whole(column);
        if (value == null) {
            throw new InvalidValue(column, "is missing");
        }
        return value;
    }

    @Nullable
    Double real(String column) {
        return switch (row.value(column)) {
            case SourceValue.Nothing nothing -> null;
            case SourceValue.Whole(long value) -> (double) value;
            case SourceValue.Real(double value) -> value;
            default -> throw new InvalidValue(column, "must be a number");
        };
    }

    @Nullable
    String text(String column) {
        return switch (row.value(column)) {
            case SourceValue.Nothing nothing -> null;
            case SourceValue.Text(String value) -> value;
            case SourceValue.Whole(long value) -> Long.toString(value);
            case SourceValue.Real(double value) -> Double.toString(value);
            case SourceValue.Blob blob -> throw new InvalidValue(column, "must be a text");
        };
    }

    /** A truth in any of the forms trackers have written: 1, {@code true}, or one byte of 1 from numpy. */
    boolean flag(String column) {
        return switch (row.value(column)) {
            case SourceValue.Nothing nothing -> false;
            case SourceValue.Whole(long value) when value == 0 || value == 1 -> value == 1;
            case SourceValue.Blob(String hex) when hex.equals("00") || hex.equals("01") -> hex.equals("01");
            case SourceValue.Text(String value) -> flag(column, value.strip().toLowerCase(Locale.ROOT));
            default -> throw new InvalidValue(column, "must be true or false");
        };
    }

    private static boolean flag(String column, String word) {
        return switch (word) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new InvalidValue(column, "must be true or false");
        };
    }

    /** A time; without a zone of its own it is one of {@link #zone}. */
    Optional<Instant> time(String column) {
        String text = text(column);
        if (text == null) {
            return Optional.empty();
        }
        try {
            TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant =
                    time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
            return Optional.of(Instants.micros(column, instant));
        } catch (DateTimeException e) {
            throw new InvalidValue(column, "must be a time such as 2025-10-19T18:32:26.111910");
        }
    }
}
