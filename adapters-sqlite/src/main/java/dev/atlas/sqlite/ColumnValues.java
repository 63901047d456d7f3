package dev.atlas.sqlite;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.persistence.sql.JsonTexts;
import dev.atlas.persistence.sql.SqlValues;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SQLite's form of each column type; the same as that of the converters beside it. */
final class ColumnValues implements SqlValues {

    @Override
    public void bind(PreparedStatement statement, int parameter, Type type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
            return;
        }
        switch (type) {
            case ID -> statement.setBytes(parameter, SqliteConnection.bytes((UUID) value));
            case INTEGER -> statement.setLong(parameter, (Long) value);
            case DOUBLE -> statement.setDouble(parameter, (Double) value);
            case BOOLEAN -> statement.setInt(parameter, (Boolean) value ? 1 : 0);
            case INSTANT -> statement.setLong(parameter, Instants.toMicros((Instant) value));
            case TEXT, DECIMAL -> statement.setString(parameter, value.toString());
            case JSON -> statement.setString(parameter, ((Json) value).text());
            case TEXTS, DOUBLES ->
                statement.setString(parameter, Canonical.encode(type, value).text());
        }
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column, Type type) throws SQLException {
        return switch (type) {
            case ID -> {
                byte[] bytes = rows.getBytes(column);
                yield bytes == null ? null : SqliteConnection.id(bytes);
            }
            case INTEGER -> orNull(rows, rows.getLong(column));
            case DOUBLE -> orNull(rows, rows.getDouble(column));
            case BOOLEAN -> orNull(rows, rows.getInt(column) != 0);
            case INSTANT -> {
                long micros = rows.getLong(column);
                yield rows.wasNull() ? null : Instants.ofMicros(micros);
            }
            case TEXT -> text(rows, column);
            case DECIMAL, JSON, TEXTS, DOUBLES -> read(type, text(rows, column));
        };
    }

    /** As bytes, since the driver makes a buffer in native code for every string it is asked for: a third of a list's time. */
    private static @Nullable String text(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable Object read(Type type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case DECIMAL -> new BigDecimal(text);
            case JSON -> Json.parse("json", text);
            case TEXTS -> JsonTexts.readTexts(text);
            case DOUBLES -> JsonTexts.readDoubles(text);
            default -> text;
        };
    }

    private static @Nullable Object orNull(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    @Override
    public String holds(String column) {
        return "exists (select 1 from json_each(" + column + ") where value = ?)";
    }

    @Override
    public String contains(String column) {
        return "instr(" + column + ", ?) > 0";
    }
}
