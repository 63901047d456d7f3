package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** One prepared statement, run once for each record. */
public record BatchUpsert(SqlValues values) implements SqlUpsert {

    @Override
    public void run(Connection connection, Kind kind, List<StoredRecord> records) throws SQLException {
        String sql = "insert into " + kind.name() + " (" + SqlUpsert.columns(kind) + ") values "
                + SqlRowLister.marks(kind.columns().size()) + SqlUpsert.replacing(kind);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (StoredRecord each : records) {
                for (int i = 0; i < kind.columns().size(); i++) {
                    values.bind(
                            statement,
                            i + 1,
                            kind.columns().get(i).type(),
                            each.values().get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
