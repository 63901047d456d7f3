package dev.atlas.sqlite;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens connections with every pragma Atlas relies on, and makes sure that none was ignored. */
record Connections(BackendSettings settings, StoreFile file, Probe probe) {

    private static final long MEGABYTE = 1 << 20;

    /** For the one thread that writes: durable at every commit, foreign keys kept. */
    SqliteConnection writer() throws SQLException {
        SqliteConnection connection = open(null);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_autocheckpoint = 4000");
            require(statement, "journal_mode", "wal");
            require(statement, "synchronous", "2");
            require(statement, "foreign_keys", "1");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.closeForGood();
            throw e;
        }
    }

    /** For a thread that reads: the engine itself refuses its writes. */
    SqliteConnection reader() throws SQLException {
        long room = settings.kept() * MEGABYTE;
        SqliteConnection connection = open(room == 0 ? null : new KeptRows(room));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = 1");
        }
        return connection;
    }

    private SqliteConnection open(@Nullable KeptRows kept) throws SQLException {
        file.requirePresent();
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("foreign_keys", "true");
        pragmas.setProperty("busy_timeout", Long.toString(settings.busyTimeout().toMillis()));
        pragmas.setProperty("cache_size", "-16000");
        pragmas.setProperty("temp_store", "memory"); // savepoints would write what they may undo into a file
        pragmas.setProperty("jdbc.get_generated_keys", "false");
        return new SqliteConnection(file.path(), pragmas, probe, kept);
    }

    private static void require(Statement statement, String pragma, String value) throws SQLException {
        try (var rows = statement.executeQuery("pragma " + pragma)) {
            if (!rows.next() || !rows.getString(1).equalsIgnoreCase(value)) {
                throw new SQLException("SQLite ignored the pragma " + pragma);
            }
        }
    }
}
