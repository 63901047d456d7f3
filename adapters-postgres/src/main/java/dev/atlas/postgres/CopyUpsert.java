package dev.atlas.postgres;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.persistence.sql.BatchUpsert;
import dev.atlas.persistence.sql.SqlUpsert;
import dev.atlas.persistence.sql.SqlValues;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Many records go through {@code COPY}: straight to where they belong if none of them is there yet, as in a copy; otherwise into
 * a temporary table, and from there in one statement.
 */
record CopyUpsert(SqlValues values) implements SqlUpsert {

    private static final int FEW = 50;

    /** Characters that are written while the next ones are put together, and the server reads those before. */
    private static final int CHUNK = 1 << 15;

    @Override
    public void run(Connection connection, Kind kind, List<StoredRecord> records) throws SQLException {
        if (records.size() <= FEW) {
            new BatchUpsert(values).run(connection, kind, records);
        } else if (noneIsThere(connection, kind, records)) {
            putNew(connection, kind, records);
        } else {
            replace(connection, kind, records);
        }
    }

    /** Counts, so that the keys are looked up: to find out only whether there is one, the planner may read the table instead. */
    private static boolean noneIsThere(Connection connection, Kind kind, List<StoredRecord> records)
            throws SQLException {
        String key = kind.key().name();
        String type = kind.key().type() == Column.Type.ID ? "uuid" : "text";
        Object[] keys = records.stream().map(each -> each.key().raw()).toArray();
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from %s where %s = any(?)".formatted(kind.name(), key))) {
            statement.setArray(1, connection.createArrayOf(type, keys));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) == 0;
            }
        }
    }

    /** Another transaction may have put the same keys since they were looked for; then the unit has to look again. */
    private static void putNew(Connection connection, Kind kind, List<StoredRecord> records) throws SQLException {
        try {
            copy(connection, kind.name(), kind, records);
        } catch (SQLException e) {
            throw StoreErrors.breaks(e, kind.name() + "_id") ? StoreErrors.collision(e) : e;
        }
    }

    private static void replace(Connection connection, Kind kind, List<StoredRecord> records) throws SQLException {
        String columns = SqlUpsert.columns(kind);
        String loaded = "loaded_" + kind.name();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table if not exists %s (like %s) on commit delete rows"
                    .formatted(loaded, kind.name()));
            copy(connection, loaded, kind, records);
            statement.execute("insert into %s (%s) select %s from %s".formatted(kind.name(), columns, columns, loaded)
                    + SqlUpsert.replacing(kind));
            statement.execute("delete from " + loaded);
        }
    }

    private static void copy(Connection connection, String table, Kind kind, List<StoredRecord> records)
            throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table, SqlUpsert.columns(kind)));
        try {
            StringBuilder lines = new StringBuilder();
            for (StoredRecord each : records) {
                line(each, lines);
                if (lines.length() >= CHUNK) {
                    write(copy, lines);
                }
            }
            write(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private static void line(StoredRecord record, StringBuilder lines) {
        for (int i = 0; i < record.values().size(); i++) {
            Object value = record.values().get(i);
            append(
                    value == null
                            ? null
                            : ColumnValues.text(record.kind().columns().get(i).type(), value),
                    lines);
            lines.append(i + 1 < record.values().size() ? '\t' : '\n');
        }
    }

    private static void append(@Nullable String value, StringBuilder lines) {
        if (value == null) {
            lines.append("\\N");
            return;
        }
        if (isPlain(value)) {
            lines.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
    }

    /** As nearly all are: they are appended as a whole, which takes a fraction of the time. */
    private static boolean isPlain(String value) {
        return value.indexOf('\\') < 0 && value.indexOf('\t') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }
}
