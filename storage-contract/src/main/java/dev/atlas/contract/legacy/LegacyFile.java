package dev.atlas.contract.legacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes files as the predecessor writes them: its 32 tables at the head revision, and whatever rows a test wants. */
public final class LegacyFile implements AutoCloseable {

    private final Path path;
    private final Connection connection;

    private LegacyFile(Path path) throws SQLException {
        this.path = path;
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    /** A file with every table and no row but the revision. In WAL mode; rows may be in the log alone as long as it is open. */
    public static LegacyFile empty(Path path) throws SQLException {
        LegacyFile file = new LegacyFile(path);
        file.execute("pragma journal_mode = wal");
        for (String statement : schema().split(";", -1)) {
            if (!statement.isBlank()) {
                file.execute(statement);
            }
        }
        return file.row("alembic_version", "version_num", "20260118_0020");
    }

    private static String schema() {
        try (InputStream text = Objects.requireNonNull(LegacyFile.class.getResourceAsStream("schema.sql"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    public LegacyFile execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /** Adds a row of these columns, each followed by its value. */
    public LegacyFile row(String table, @Nullable Object... columnsAndValues) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            columns.add(String.valueOf(columnsAndValues[i]));
        }
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), marks))) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setObject(i + 1, columnsAndValues[2 * i + 1]);
            }
            insert.executeUpdate();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
