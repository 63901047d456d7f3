package dev.atlas.postgres;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.persistence.SchemaFingerprint;
import dev.atlas.persistence.SchemaStep;
import dev.atlas.persistence.StoredKinds;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Brings a database to the schema of this version: Flyway's steps, then the triggers of the change log. */
record StoreSchema(Connections connections) {

    private static final int NONE = 0;

    /** Nodes that start together do their part one after the other. The number is of no meaning, but always this. */
    static final String LOCK = "select pg_advisory_xact_lock(4707265812443)";

    /** True if there are tables that belong to no extension. */
    boolean holdsAnything() {
        try (Connection connection = connections.forLooking().getConnection()) {
            return FirstLook.at(connection).relations();
        } catch (SQLException e) {
            throw StoreErrors.cannotOpen(connections.settings().url(), e);
        }
    }

    /** Throws {@link CannotOpen}, having changed nothing, if this cannot be a store of this version. */
    StoreFacts bringUpToDate() {
        DatabaseUrl url = connections.settings().url();
        try (Connection connection = connections.forLooking().getConnection();
                Statement statement = connection.createStatement()) {
            FirstLook look = FirstLook.at(connection);
            look.refuseUnusable(url);
            int step = look.history() ? step(statement, look, url) : NONE;
            if (step > SchemaStep.newest()) {
                throw new CannotOpen(("The PostgreSQL database \"%s\" has schema %d, newer than the %d of this version:"
                                + " start a newer Atlas, or set %s to another database.")
                        .formatted(url.database(), step, SchemaStep.newest(), Backend.URL_SETTING));
            }
            if (look.store()
                    && !new Filling(connections.forMigrating()).recover(connection)
                    && step < SchemaStep.newest()) {
                throw new CannotOpen(
                        ("The PostgreSQL database \"%s\" was being filled by an older version, with records"
                                        + " that break a rule: set %s to another database, or empty this one.")
                                .formatted(url.database(), Backend.URL_SETTING));
            }
            if (step < SchemaStep.newest()) {
                migrate(url, look.schema());
            }
            return facts(statement, url, connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            throw StoreErrors.cannotOpen(url, e);
        }
    }

    /** The last step this database has seen. Another application's history is not one of ours. */
    private static int step(Statement statement, FirstLook look, DatabaseUrl url) throws SQLException {
        int newest = NONE;
        try (ResultSet rows = statement.executeQuery(
                "select version from flyway_schema_history where success and version is not null")) {
            while (rows.next()) {
                newest = Math.max(newest, number(rows.getString(1), url));
            }
        }
        if (newest > NONE && !look.store()) {
            throw FirstLook.foreign(url);
        }
        return newest;
    }

    private static int number(String version, DatabaseUrl url) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw FirstLook.foreign(url);
        }
    }

    private void migrate(DatabaseUrl url, @Nullable String schema) {
        try {
            Flyway.configure()
                    .dataSource(connections.forMigrating())
                    .defaultSchema(schema)
                    .locations("classpath:db/postgres")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotOpen(
                    "The schema of the PostgreSQL database \"" + url.database()
                            + "\" could not be brought up to date: check the rights of the user in "
                            + Backend.URL_SETTING
                            + ", or restore a backup.",
                    e);
        }
    }

    private StoreFacts facts(Statement statement, DatabaseUrl url, String server) throws SQLException {
        Map<String, String> facts = read(statement);
        String shape = SchemaFingerprint.of(StoredKinds.all());
        if (!shape.equals(facts.get("schema"))) {
            attach(connections.forMigrating(), shape);
            facts = read(statement);
        }
        try {
            UUID id = UUID.fromString(facts.getOrDefault("id", ""));
            return new StoreFacts(new Id<>(id), Fence.read(statement.getConnection()), shape, server);
        } catch (IllegalArgumentException | Unavailable e) {
            throw new CannotOpen(
                    "The table \"store\" of the PostgreSQL database \"" + url.database()
                            + "\" was tampered with: restore a backup, or set " + Backend.URL_SETTING
                            + " to another database.",
                    e);
        }
    }

    private static void attach(DataSource source, String shape) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK);
            ChangeLog.attach(statement, StoredKinds.all());
            statement.execute("insert into store values ('id', gen_random_uuid()::text) on conflict do nothing");
            statement.execute("insert into store values ('schema', '" + shape + "')"
                    + " on conflict (name) do update set value = excluded.value");
            connection.commit();
        }
    }

    private static Map<String, String> read(Statement statement) throws SQLException {
        Map<String, String> facts = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("select name, value from store")) {
            while (rows.next()) {
                facts.put(rows.getString(1), rows.getString(2));
            }
        }
        return facts;
    }
}
