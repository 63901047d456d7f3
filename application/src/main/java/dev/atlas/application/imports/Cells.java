package dev.atlas.application.imports;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /** A text that must be there. */
    String requiredText(String column) {
        String text = text(column);
        if (text == null) {
            throw new InvalidValue(column, "is missing");
        }
        return text;
    }

    /** An exact number: of a floating one, the shortest that is read as the same. */
    @Nullable
    BigDecimal decimal(String column) {
        return switch (row.value(column)) {
            case SourceValue.Nothing nothing -> null;
            case SourceValue.Whole(long value) -> BigDecimal.valueOf(value);
            case SourceValue.Real(double value)
            when Double.isFinite(value) -> plain(new BigDecimal(Double.toString(value)));
            default -> throw new InvalidValue(column, "must be a number");
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** JSON as text, or as the number that SQLite made of it; null if there is nothing. */
    Json json(String column) {
        return switch (row.value(column)) {
            case SourceValue.Nothing nothing -> new Json.Null();
            case SourceValue.Text(String value) -> Json.parse(column, value);
            case SourceValue.Whole(long value) -> Json.Num.of(value);
            case SourceValue.Real real -> new Json.Num(Objects.requireNonNull(decimal(column)));
            case SourceValue.Blob blob -> throw new InvalidValue(column, "must be JSON");
        };
    }

    /** A JSON object; one without members if there is nothing, or a null that somebody wrote. */
    Json.Obj object(String column) {
        return switch (json(column)) {
            case Json.Obj object -> object;
            case Json.Null nothing -> Json.Obj.EMPTY;
            default -> throw new InvalidValue(column, "must be a JSON object");
        };
    }

    /** A JSON list, in the same way. */
    List<Json> list(String column) {
        return switch (json(column)) {
            case Json.Arr(List<Json> items) -> items;
            case Json.Null nothing -> List.of();
            default -> throw new InvalidValue(column, "must be a JSON list");
        };
    }

    /** A truth; {@code missing} if there is nothing. */
    boolean flag(String column, boolean missing) {
        return row.value(column) instanceof SourceValue.Nothing ? missing : flag(column);
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
