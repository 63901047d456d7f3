package dev.atlas.postgres;

import dev.atlas.domain.storage.CannotOpen;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is there before Atlas changes anything.
 *
 * @param version of the server, such as 180006
 * @param encoding of the database
 * @param standby true if the server follows another one and takes no writes
 * @param schema where tables are made and found; null if the search path leads nowhere
 * @param history true if Flyway has been here
 * @param store true if the table of that name is there
 * @param relations true if there are tables or views that belong to no extension
 */
record FirstLook(
        int version,
        String encoding,
        boolean standby,
        @Nullable String schema,
        boolean history,
        boolean store,
        boolean relations) {

    private static final int OLDEST = 140_000;

    private static final String QUERY = """
            select current_setting('server_version_num')::int, current_setting('server_encoding'),
                pg_is_in_recovery(), current_schema(),
                to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') is not null,
                to_regclass(quote_ident(current_schema()) || '.store') is not null,
                exists (
                    select from pg_class relation join pg_namespace space on space.oid = relation.relnamespace
                    where space.nspname = current_schema() and relation.relkind in ('r', 'p', 'f', 'v', 'm')
                        and not exists (select from pg_depend where objid = relation.oid and deptype = 'e'))""";

    static FirstLook at(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new FirstLook(
                    row.getInt(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getBoolean(6),
                    row.getBoolean(7));
        }
    }

    /** Throws {@link CannotOpen} for what can never be a store. */
    void refuseUnusable(DatabaseUrl url) {
        if (version < OLDEST) {
            throw refused("PostgreSQL at %s has version %d, Atlas needs 14 or later"
                    .formatted(url.server(), version / 10_000));
        } else if (standby) {
            throw refused("PostgreSQL at " + url.server() + " is a standby, which takes no writes");
        } else if (!encoding.equals("UTF8")) {
            throw refused(
                    "The PostgreSQL database \"%s\" has the encoding %s, not UTF8".formatted(url.database(), encoding));
        } else if (schema == null) {
            throw refused("The PostgreSQL database \"" + url.database() + "\" has no schema on the search path");
        } else if (relations && !history) {
            throw foreign(url);
        }
    }

    /** For a database that holds something, but no store. */
    static CannotOpen foreign(DatabaseUrl url) {
        return refused("The PostgreSQL database \"" + url.database() + "\" holds something that is not Atlas");
    }

    private static CannotOpen refused(String reason) {
        return new CannotOpen(reason + ": set " + Backend.URL_SETTING + " to another database, or prepare this one.");
    }
}
