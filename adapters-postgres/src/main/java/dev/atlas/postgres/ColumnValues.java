package dev.atlas.postgres;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.persistence.sql.JsonTexts;
import dev.atlas.persistence.sql.SqlValues;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's form of each column type; the same as that of the converters beside it. */
final class ColumnValues implements SqlValues {

    @Override
    public void bind(PreparedStatement statement, int parameter, Type type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
            return;
        }
        switch (type) {
            case ID -> statement.setObject(parameter, (UUID) value);
            case TEXT -> statement.setString(parameter, (String) value);
            case INTEGER -> statement.setLong(parameter, (Long) value);
            case DOUBLE -> statement.setDouble(parameter, (Double) value);
            case BOOLEAN -> statement.setBoolean(parameter, (Boolean) value);
            case INSTANT -> statement.setObject(parameter, ((Instant) value).atOffset(ZoneOffset.UTC));
            case DECIMAL -> statement.setBigDecimal(parameter, (BigDecimal) value);
            case JSON -> statement.setObject(parameter, JsonObjects.of(((Json) value).text()));
            case TEXTS, DOUBLES ->
                statement.setObject(
                        parameter, JsonObjects.of(Canonical.encode(type, value).text()));
        }
    }

    /** The value as a line of {@code COPY} writes it, before escaping. */
    static String text(Type type, Object value) {
        return switch (type) {
            case ID, TEXT, INTEGER, DOUBLE, BOOLEAN -> value.toString();
            case INSTANT -> Instants.text((Instant) value);
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case JSON, TEXTS, DOUBLES -> Canonical.encode(type, value).text();
        };
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column, Type type) throws SQLException {
        return switch (type) {
            case ID -> rows.getObject(column, UUID.class);
            case TEXT -> rows.getString(column);
            case INTEGER -> orNull(rows, rows.getLong(column));
            case DOUBLE -> orNull(rows, rows.getDouble(column));
            case BOOLEAN -> orNull(rows, rows.getBoolean(column));
            case INSTANT -> {
                OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case DECIMAL -> rows.getBigDecimal(column);
            case JSON, TEXTS, DOUBLES -> {
                String text = rows.getString(column);
                yield text == null ? null : parsed(type, text);
            }
        };
    }

    private static Object parsed(Type type, String text) {
        return switch (type) {
            case TEXTS -> JsonTexts.readTexts(text);
            case DOUBLES -> JsonTexts.readDoubles(text);
            default -> Json.parse("json", text);
        };
    }

    private static @Nullable Object orNull(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    /** A kind with many rows has a GIN index on this very expression. */
    @Override
    public String holds(String column) {
        return "(" + column + "::jsonb) @> to_jsonb(cast(? as text))";
    }

    @Override
    public String contains(String column) {
        return "strpos(" + column + ", ?) > 0";
    }
}
