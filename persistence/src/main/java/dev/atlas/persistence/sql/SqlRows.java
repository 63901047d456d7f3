package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the current row of a query that selects all columns of a kind in their order. */
final class SqlRows {

    private SqlRows() {}

    /** Throws {@link DamagedRecord} if a value is none of its column's type. */
    static @Nullable Object[] read(SqlValues values, Kind kind, ResultSet rows) throws SQLException {
        List<Column> columns = kind.columns();
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = values.read(rows, i + 1, columns.get(i).type());
            } catch (RuntimeException e) {
                throw new DamagedRecord(kind, row[0], columns.get(i).name(), e);
            }
        }
        return row;
    }
}
