package dev.atlas.postgres;

import dev.atlas.domain.storage.Kind;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sees to it that every change of a row that moves between stores leaves its key in the log, whoever makes it. */
final class ChangeLog {

    private static final String KEY = "id";

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
}
