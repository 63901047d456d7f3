package dev.atlas.sqlite.imports;

import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.imports.SourceFile;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An SQLite file through a copy that is deleted when this is closed. */
final class SqliteFile implements SourceFile {

    private final Path original;
    private final FileCopy copy;
    private final Connection connection;
    private final Set<String> tables;

    SqliteFile(Path original, FileCopy copy) throws SQLException {
        this.original = original;
        this.copy = copy;
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + copy.database());
        try {
            this.tables = readTables(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Set<String> readTables(Connection connection) throws SQLException {
        Set<String> tables = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from sqlite_schema"
                        + " where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by rowid")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return Collections.unmodifiableSet(tables);
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public void forEach(String table, Consumer<SourceRow> use) {
        read("select * from " + quoted(table) + " order by 1", use);
    }

    @Override
    public void forEachBy(String table, String column, Consumer<SourceRow> use) {
        read("select * from " + quoted(table) + " order by " + quoted(column) + ", rowid", use);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private void read(String sql, Consumer<SourceRow> use) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                SequencedMap<String, SourceValue> values = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    values.put(rows.getMetaData().getColumnName(i), value(rows.getObject(i)));
                }
                use.accept(new SourceRow(values));
            }
        } catch (SQLException e) {
            throw new CannotRead("The file " + original + " is damaged.", e);
        }
    }

    /** The driver answers by what is stored, not by what was declared. */
    private static SourceValue value(@Nullable Object stored) {
        return switch (stored) {
            case null -> new SourceValue.Nothing();
            case Integer number -> new SourceValue.Whole(number);
            case Long number -> new SourceValue.Whole(number);
            case Double number -> new SourceValue.Real(number);
            case byte[] bytes -> new SourceValue.Blob(HexFormat.of().formatHex(bytes));
            default -> new SourceValue.Text(stored.toString());
        };
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CannotRead("The copy of the file " + original + " cannot be closed.", e);
        } finally {
            copy.close();
        }
    }
}
