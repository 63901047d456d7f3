package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * Prepared statements of {@value #ROWS} records each, and of one for what remains. Within a savepoint SQLite keeps, for every
 * statement, the pages it touches, so that one statement for many records takes half the time of as many statements.
 */
public record BatchUpsert(SqlValues values) implements SqlUpsert {

    /** Few enough for the bound on parameters, 32,766, whatever the kind. */
    private static final int ROWS = 50;

    @Override
    public void run(Connection connection, Kind kind, List<StoredRecord> records) throws SQLException {
        int whole = records.size() - records.size() % ROWS;
        run(connection, kind, records.subList(0, whole), ROWS);
        run(connection, kind, records.subList(whole, records.size()), 1);
    }

    /** @param atOnce records of one statement, of which {@code records} are a multiple */
    private void run(Connection connection, Kind kind, List<StoredRecord> records, int atOnce) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        String marks = SqlRowLister.marks(kind.columns().size());
        String sql = "insert into " + kind.name() + " (" + SqlUpsert.columns(kind) + ") values "
                + String.join(", ", Collections.nCopies(atOnce, marks)) + SqlUpsert.replacing(kind);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (StoredRecord each : records) {
                for (int i = 0; i < kind.columns().size(); i++) {
                    values.bind(
                            statement,
                            ++parameter,
                            kind.columns().get(i).type(),
                            each.values().get(i));
                }
                if (parameter == atOnce * kind.columns().size()) {
                    statement.addBatch();
                    parameter = 0;
                }
            }
            statement.executeBatch();
        }
    }
}
