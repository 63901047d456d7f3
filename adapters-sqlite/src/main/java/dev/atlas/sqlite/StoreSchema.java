package dev.atlas.sqlite;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Full;
import dev.atlas.persistence.SchemaFingerprint;
import dev.atlas.persistence.SchemaStep;
import dev.atlas.persistence.StoredKinds;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteException;

/** Brings a file to the schema of this version: Flyway's steps, then the triggers of the change log. */
record StoreSchema(BackendSettings settings) {

    /** The id of the store. Throws {@link CannotOpen} if the file is something else, or of a newer version. */
    Id<Storage> bringUpToDate() throws SQLException {
        String url = "jdbc:sqlite:" + settings.file() + "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE"
                + "&foreign_keys=true&busy_timeout=" + settings.busyTimeout().toMillis();
        requireOurs();
        try (Connection connection = JDBC.createConnection(url, new Properties());
                Statement statement = connection.createStatement()) {
            int found = version(statement);
            if (found > SchemaStep.newest()) {
                throw new CannotOpen(("The SQLite file %s has schema %d, newer than the %d of this version:"
                                + " start a newer Atlas, or set ATLAS_SQLITE_URL to another file.")
                        .formatted(settings.file(), found, SchemaStep.newest()));
            }
            if (found < SchemaStep.newest()) {
                migrate(url);
            }
            return facts(statement);
        }
    }

    /** On a connection that asks for nothing: to set a journal mode would change a file that belongs to somebody else. */
    private void requireOurs() throws SQLException {
        String url = "jdbc:sqlite:" + settings.file() + "?busy_timeout="
                + settings.busyTimeout().toMillis();
        try (Connection connection = JDBC.createConnection(url, new Properties());
                Statement statement = connection.createStatement()) {
            refuseForeignFile(statement);
        }
    }

    private void migrate(String url) {
        try {
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("classpath:db/sqlite")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLiteException error && StoreErrors.translate(error) instanceof Full) {
                    throw Backend.cannotOpen(settings.file(), error);
                }
            }
            throw new CannotOpen(
                    "The schema of the SQLite file " + settings.file()
                            + " could not be brought up to date: check the file that ATLAS_SQLITE_URL names, or restore a backup.",
                    e);
        }
    }

    private void refuseForeignFile(Statement statement) throws SQLException {
        if (holds(statement, "alembic_version")) {
            throw predecessor("the predecessor of Atlas", "atlas import legacy");
        }
        if (holds(statement, "training_runs")) {
            throw predecessor("an experiment tracker", "atlas import eeg");
        }
        try (ResultSet tables = statement.executeQuery(
                "select count(*) from sqlite_master where type = 'table' and name not like 'sqlite_%'")) {
            if (tables.next() && tables.getInt(1) > 0 && !holds(statement, "flyway_schema_history")) {
                throw new CannotOpen("The SQLite file " + settings.file() + " holds something that is not Atlas:"
                        + " set ATLAS_SQLITE_URL to another file.");
            }
        }
    }

    private CannotOpen predecessor(String owner, String command) {
        return new CannotOpen(
                "The SQLite file %s belongs to %s: set ATLAS_SQLITE_URL to a new file, and take its data over with %s."
                        .formatted(settings.file(), owner, command));
    }

    private static int version(Statement statement) throws SQLException {
        if (!holds(statement, "flyway_schema_history")) {
            return 0;
        }
        try (ResultSet rows = statement.executeQuery(
                "select max(cast(version as integer)) from flyway_schema_history where success")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static Id<Storage> facts(Statement statement) throws SQLException {
        String shape = SchemaFingerprint.of(StoredKinds.all());
        if (!shape.equals(fact(statement, "schema"))) {
            statement.execute("begin immediate");
            ChangeLog.attach(statement, StoredKinds.all());
            statement.execute("insert or ignore into store values ('id', '" + UUID.randomUUID() + "')");
            statement.execute("insert or replace into store values ('schema', '" + shape + "')");
            statement.execute("commit");
        }
        return new Id<>(UUID.fromString(fact(statement, "id")));
    }

    private static String fact(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select value from store where name = '" + name + "'")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static boolean holds(Statement statement, String table) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select 1 from sqlite_master where type = 'table' and name = '" + table + "'")) {
            return rows.next();
        }
    }
}
