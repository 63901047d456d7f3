package dev.atlas.sqlite;

import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one reading connection has decoded of rows, each as the present snapshot of that connection shows it: decoding takes
 * longer than finding. A snapshot begins by dropping what the {@linkplain ChangeLog change log} names since the one before,
 * so that a change by another process, or by hand, is seen as soon as any other. Those used least recently go first. For
 * one thread.
 */
final class KeptRows {

    /** Beyond so many changes since the last snapshot it is quicker to begin anew. */
    private static final int MANY = 2_000;

    private static final Map<String, Kind> LOGGED = StoredKinds.moving();

    private static final String SINCE =
            "select position, at, kind, key from change_log where position >= ? order by position";

    private record Name(Kind kind, Object key) {}

    private record Kept(Object aggregate, long weight) {}

    private final LinkedHashMap<Name, Kept> rows = new LinkedHashMap<>(1024, 0.75f, true);
    private final ColumnValues values = new ColumnValues();
    private final long room;
    private long weight;
    private LogEnd reached = LogEnd.NONE;

    /** @param room bytes that the rows may take, about; 0 to keep none */
    KeptRows(long room) {
        this.room = room;
    }

    /** Lets go of all that is not as the snapshot shows it which this connection has just begun. */
    void follow(SqliteConnection connection) throws SQLException {
        LogEnd end = LogEnd.of(connection);
        if (!end.equals(reached)) {
            if (!rows.isEmpty() && (end.position() - reached.position() > MANY || !droppedAll(connection))) {
                rows.clear();
                weight = 0;
            }
            reached = end;
        }
    }

    /** False if the log does not go on from where it was: it was forgotten since, or another one has taken its place. */
    private boolean droppedAll(SqliteConnection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
            statement.setLong(1, reached.position());
            try (ResultSet changes = statement.executeQuery()) {
                if (!changes.next() || !LogEnd.at(changes).equals(reached)) {
                    return false;
                }
                while (changes.next()) {
                    Kind kind = LOGGED.get(changes.getString(3));
                    if (kind != null) {
                        Object key = values.read(changes, 4, kind.key().type());
                        drop(new Name(kind, Objects.requireNonNull(key)));
                    }
                }
                return true;
            }
        }
    }

    private void drop(Name name) {
        Kept dropped = rows.remove(name);
        if (dropped != null) {
            weight -= dropped.weight;
        }
    }

    /** What became of the row with this key, or null if it is not kept. */
    @Nullable
    Object find(Table<?> table, Object key) {
        Kept kept = rows.get(new Name(table.kind(), key));
        return kept == null ? null : kept.aggregate;
    }

    /**
     * Keeps what became of a row that was read in the present snapshot, unless it is too large.
     *
     * @param table of a kind that moves: changes of others are not in the log
     * @param aggregate cannot change
     */
    <R extends Record> void keep(Table<R> table, R row, Object aggregate) {
        List<@Nullable Object> columns = table.values(row);
        long size = RowWeight.of(columns);
        if (size > room / 100) {
            return;
        }
        Name name = new Name(table.kind(), Objects.requireNonNull(columns.getFirst()));
        drop(name);
        rows.put(name, new Kept(aggregate, size));
        weight += size;
        while (weight > room) {
            weight -= rows.pollFirstEntry().getValue().weight;
        }
    }
}
