package dev.atlas.postgres;

import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.sql.ChangeRetention.Due;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;

/** Sees to it that every change of a row that moves between stores leaves its key in the log, whoever makes it. */
final class ChangeLog {

    private static final String KEY = "id";

    private static final String FORGET = """
            with oldest as (
                select position, seq from change_log order by position, seq limit ?
            ), forgotten as (
                delete from change_log using oldest
                where change_log.position = oldest.position and change_log.seq = oldest.seq
                and (at < ?
                    or change_log.seq
                        <= (select seq from change_log order by position desc, seq desc limit 1) - ?
                    or (at < ? and change_log.position <= ?))
                returning change_log.position
            ), told as (
                insert into store select 'changes_forgotten', max(position)::text from forgotten having count(*) > 0
                on conflict (name) do update
                set value = greatest(store.value::bigint, excluded.value::bigint)::text
            )
            select count(*) from forgotten""";

    private ChangeLog() {}

    /** Hangs {@code log_changes()} on every kind that moves. Repeating it changes nothing. */
    static void attach(Statement statement, List<Kind> kinds) throws SQLException {
        for (Kind kind : kinds) {
            if (kind.moves()) {
                attach(statement, kind);
            }
        }
    }

    private static void attach(Statement statement, Kind kind) throws SQLException {
        if (!kind.key().name().equals(KEY)) {
            throw new IllegalStateException("log_changes() takes the key of " + kind + " to be " + KEY);
        }
        attach(statement, kind, "insert", "after insert", "referencing new table as new_rows");
        attach(statement, kind, "update", "after update", "referencing old table as old_rows new table as new_rows");
        attach(statement, kind, "delete", "after delete", "referencing old table as old_rows");
        attach(statement, kind, "truncate", "before truncate", "");
    }

    /** Once a statement, not once a row: copying writes thousands of rows with one. */
    private static void attach(Statement statement, Kind kind, String name, String event, String rows)
            throws SQLException {
        statement.execute(
                "create or replace trigger log_%s_%s %s on %s %s for each statement execute function log_changes()"
                        .formatted(kind.name(), name, event, kind.name(), rows));
    }

    /**
     * Forgets the oldest changes as far as they are due, {@code limit} at most. Answers how many. What is left of a
     * transaction of which a part is forgotten is never read again.
     */
    static int forget(Connection connection, Due due, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setInt(1, limit);
            statement.setObject(2, due.tooOld().atOffset(ZoneOffset.UTC));
            statement.setInt(3, due.rows());
            statement.setObject(4, due.old().atOffset(ZoneOffset.UTC));
            statement.setLong(5, due.seen());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
