package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.StoredKinds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Every kind as plain records, in SQL that SQLite and PostgreSQL both speak. */
public final class SqlRecords implements Records {

    private final CurrentUnit<Connection> unit;
    private final SqlValues values;
    private final SqlUpsert upsert;

    /** Reads and writes in the unit of work of this thread; many records at once through {@code upsert}. */
    public SqlRecords(CurrentUnit<Connection> unit, SqlValues values, SqlUpsert upsert) {
        this.unit = unit;
        this.values = values;
        this.upsert = upsert;
    }

    @Override
    public List<Kind> kinds() {
        return StoredKinds.all();
    }

    @Override
    public List<StoredRecord> scan(Kind kind, @Nullable RecordKey after, int limit) {
        String key = kind.key().name();
        String sql = select(kind) + (after == null ? "" : " where " + key + " > ?") + " order by " + key + " limit ?";
        List<Object> parameters = after == null ? List.of() : List.of(after.raw());
        return query(kind, sql, parameters, limit);
    }

    @Override
    public List<StoredRecord> find(Kind kind, Collection<RecordKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        String sql =
                select(kind) + " where " + kind.key().name() + " in " + SqlRowLister.marks(keys.size()) + " limit ?";
        return query(kind, sql, keys.stream().map(RecordKey::raw).toList(), keys.size());
    }

    @Override
    public void put(Kind kind, List<StoredRecord> records) {
        List<StoredRecord> last = lastOfEachKey(records);
        List<StoredRecord> early = EarlyReferences.in(kind, last);
        upsert(kind, EarlyReferences.without(kind, early, last));
        upsert(kind, early);
    }

    /** One statement cannot replace what it has just added. */
    private static List<StoredRecord> lastOfEachKey(List<StoredRecord> records) {
        SequencedMap<RecordKey, StoredRecord> last = new LinkedHashMap<>();
        records.forEach(each -> last.put(each.key(), each));
        return last.size() == records.size() ? records : List.copyOf(last.values());
    }

    private void upsert(Kind kind, List<StoredRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        try {
            upsert.run(unit.writing(), kind, records);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public void erase(Kind kind, Collection<RecordKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        String sql = "delete from " + kind.name() + " where " + kind.key().name() + " = ?";
        try (PreparedStatement statement = unit.writing().prepareStatement(sql)) {
            for (RecordKey key : keys) {
                values.bind(statement, 1, kind.key().type(), key.raw());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public long count(Kind kind) {
        try (PreparedStatement statement = unit.reading().prepareStatement("select count(*) from " + kind.name());
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private List<StoredRecord> query(Kind kind, String sql, List<Object> keys, int limit) {
        try (PreparedStatement statement = unit.reading().prepareStatement(sql)) {
            for (int i = 0; i < keys.size(); i++) {
                values.bind(statement, i + 1, kind.key().type(), keys.get(i));
            }
            statement.setInt(keys.size() + 1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredRecord> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(kind, rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private StoredRecord read(Kind kind, ResultSet rows) throws SQLException {
        return new StoredRecord(kind, Arrays.asList(SqlRows.read(values, kind, rows)));
    }

    private static String select(Kind kind) {
        return "select " + SqlRowLister.columns(kind) + " from " + kind.name();
    }
}
