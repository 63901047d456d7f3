package dev.atlas.postgres;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.persistence.sql.BatchUpsert;
import dev.atlas.persistence.sql.SqlUpsert;
import dev.atlas.persistence.sql.SqlValues;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Many records go through {@code COPY} into a temporary table, and from there, in one statement, to where they belong. */
record CopyUpsert(SqlValues values) implements SqlUpsert {

    private static final int FEW = 50;

    @Override
    public void run(Connection connection, Kind kind, List<StoredRecord> records) throws SQLException {
        if (records.size() <= FEW) {
            new BatchUpsert(values).run(connection, kind, records);
            return;
        }
        String columns = SqlUpsert.columns(kind);
        String loaded = "loaded_" + kind.name();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table if not exists %s (like %s) on commit delete rows"
                    .formatted(loaded, kind.name()));
            copy(connection, "copy %s (%s) from stdin".formatted(loaded, columns), records);
            statement.execute("insert into %s (%s) select %s from %s".formatted(kind.name(), columns, columns, loaded)
                    + SqlUpsert.replacing(kind));
            statement.execute("delete from " + loaded);
        }
    }

    private static void copy(Connection connection, String sql, List<StoredRecord> records) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            byte[] lines = lines(records).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(lines, 0, lines.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String lines(List<StoredRecord> records) {
        StringBuilder lines = new StringBuilder();
        for (StoredRecord each : records) {
            for (int i = 0; i < each.values().size(); i++) {
                Object value = each.values().get(i);
                append(
                        value == null
                                ? null
                                : ColumnValues.text(each.kind().columns().get(i).type(), value),
                        lines);
                lines.append(i + 1 < each.values().size() ? '\t' : '\n');
            }
        }
        return lines.toString();
    }

    private static void append(@Nullable String value, StringBuilder lines) {
        if (value == null) {
            lines.append("\\N");
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
}
