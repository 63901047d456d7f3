package dev.atlas.sqlite;

import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.sql.ChangeRetention.Due;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sees to it that every change of a row that moves between stores leaves its key in the log, whoever makes it. */
final class ChangeLog {

    /** Marks the end of a transaction: see the schema. To be run before its commit. */
    static final String END = "update change_log set ends = 1"
            + " where position = (select seq from sqlite_sequence where name = 'change_log') and ends = 0";

    private static final String FORGET = """
            delete from change_log
            where position in (select position from change_log order by position limit ?)
            and (at < ?
                or position <= (select seq from sqlite_sequence where name = 'change_log') - ?
                or (at < ? and position <= ?))""";

    private ChangeLog() {}

    /** Hangs triggers on every kind that moves, in the place of those there are. */
    static void attach(Statement statement, List<Kind> kinds) throws SQLException {
        for (Kind kind : kinds) {
            if (kind.moves()) {
                attach(statement, kind);
                for (UniqueIndex index : UniqueIndex.of(statement.getConnection(), kind)) {
                    attach(statement, kind, index, "insert", "new");
                    attach(statement, kind, index, "update", "old");
                }
            }
        }
    }

    /**
     * Names the rows that a REPLACE by hand is about to push out because of this index, before it does: SQLite calls no
     * delete trigger for them, unless the shell has asked for it. Where nobody replaces, a conflict undoes the whole change.
     */
    private static void attach(Statement statement, Kind kind, UniqueIndex index, String event, String itself)
            throws SQLException {
        statement.execute("drop trigger if exists log_%s_%s".formatted(index.name(), event));
        statement.execute(("create trigger log_%2$s_%3$s before %3$s on %1$s begin"
                        + " insert into change_log (kind, key) select '%1$s', %4$s from %1$s"
                        + " where %5$s and %4$s is not %6$s.%4$s; end")
                .formatted(kind.name(), index.name(), event, kind.key().name(), index.takenBy("new"), itself));
    }

    private static void attach(Statement statement, Kind kind) throws SQLException {
        String key = kind.key().name();
        attach(statement, kind, "insert", "insert", "", "new." + key);
        attach(statement, kind, "update", "update", "", "new." + key);
        attach(statement, kind, "delete", "delete", "", "old." + key);
        // the row with the former key is gone
        String differs = " when old.%1$s is not new.%1$s".formatted(key);
        attach(statement, kind, "rekey", "update of " + key, differs, "old." + key);
    }

    private static void attach(Statement statement, Kind kind, String name, String event, String condition, String key)
            throws SQLException {
        statement.execute("drop trigger if exists log_%s_%s".formatted(kind.name(), name));
        statement.execute(("create trigger log_%1$s_%2$s after %3$s on %1$s%4$s begin"
                        + " insert into change_log (kind, key) values ('%1$s', %5$s); end")
                .formatted(kind.name(), name, event, condition, key));
    }

    /** Forgets the oldest changes as far as they are due, {@code limit} at most. Answers how many. */
    static int forget(Connection connection, Due due, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setInt(1, limit);
            statement.setLong(2, Instants.toMicros(due.tooOld()));
            statement.setInt(3, due.rows());
            statement.setLong(4, Instants.toMicros(due.old()));
            statement.setLong(5, due.seen());
            return statement.executeUpdate();
        }
    }
}
