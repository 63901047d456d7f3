package dev.atlas.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The newest row of the change log. Its time tells it from one with the same number in a file that was put in the place of
 * this one.
 *
 * @param at in microseconds; 0 if the row is forgotten, or there never was one
 */
record LogEnd(long position, long at) {

    static final LogEnd NONE = new LogEnd(0, 0);

    private static final String NEWEST = "select seq, (select at from change_log where position = seq)"
            + " from sqlite_sequence where name = 'change_log'";

    /** As the present snapshot shows it. */
    static LogEnd of(SqliteConnection snapshot) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(NEWEST);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? at(row) : NONE;
        }
    }

    /** Of the current row, whose first columns are its position and its time. */
    static LogEnd at(ResultSet row) throws SQLException {
        return new LogEnd(row.getLong(1), row.getLong(2));
    }
}
