package dev.atlas.sqlite;

import dev.atlas.domain.storage.Term;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The term of the file: two of its facts. Whoever writes has the file for himself, so that it is enough to look once in
 * each transaction.
 */
final class Fence {

    private static final String READ = "select (select value from store where name = 'epoch'),"
            + " coalesce((select value from store where name = 'role'), '')";

    private static final String ENTER =
            "update store set value = case name when 'epoch' then ? else ? end where name in ('epoch', 'role')";

    private Fence() {}

    static Term read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Term(row.getLong(1), Term.Role.of(row.getString(2)));
        } catch (IllegalArgumentException e) {
            throw new SQLException("the term of the store was tampered with", e);
        }
    }

    /** In a transaction that found {@code next} to follow the term it read. */
    static void enter(Connection connection, Term next) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, Long.toString(next.epoch()));
            statement.setString(2, next.role().word());
            statement.executeUpdate();
        }
    }
}
