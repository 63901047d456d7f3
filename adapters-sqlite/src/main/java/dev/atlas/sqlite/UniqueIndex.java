package dev.atlas.sqlite;

import dev.atlas.domain.storage.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An index by which a kind has unique values.
 *
 * @param columns whose values together are unique
 * @param condition for the rows that are in it; empty for all of them
 */
record UniqueIndex(String name, List<String> columns, String condition) {

    private static final String ALL = """
            select name, sql, (select group_concat(name) from pragma_index_info(indexes.name))
            from sqlite_master indexes
            where type = 'index' and tbl_name = ? and sql like 'create unique index %'""";

    private static final String WHERE = " where ";

    /** Those of a kind, beside that of its key. */
    static List<UniqueIndex> of(Connection connection, Kind kind) throws SQLException {
        List<UniqueIndex> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setString(1, kind.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(of(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return all;
    }

    private static UniqueIndex of(String name, String sql, String columns) {
        int where = sql.toLowerCase(Locale.ROOT).indexOf(WHERE);
        return new UniqueIndex(
                name, List.of(columns.split(",", -1)), where < 0 ? "" : sql.substring(where + WHERE.length()));
    }

    /** The condition that a row has the values of {@code other}, and is in the index. */
    String takenBy(String other) {
        String same = columns.stream()
                .map(column -> column + " = " + other + "." + column)
                .collect(Collectors.joining(" and "));
        return condition.isEmpty() ? same : same + " and " + condition;
    }
}
