package dev.atlas.sqlite;

import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.GatheredChanges;
import dev.atlas.persistence.SnapshotStep;
import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.sql.LogWatch;
import dev.atlas.persistence.sql.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The change log as a feed. A position is the number of a row; SQLite has one writer, so rows are in the order of commits. */
final class StoreFeed implements ChangeFeed {

    /** How often it is looked for what other processes have written. */
    static final Duration INTERVAL = Duration.ofMillis(50);

    private static final String STATE = "select (select value from store where name = 'epoch'),"
            + " coalesce((select seq from sqlite_sequence where name = 'change_log'), 0),"
            + " (select min(position) from change_log)";

    /** A snapshot ends where a transaction ends, marked or not. */
    private static final String LAST =
            "select position from change_log where position >= ? and ends = 1 order by position limit 1";

    private static final String ROWS = "select position, ends, kind, key from change_log"
            + " where position > ? and position <= ? order by position";

    private static final Map<String, Kind> KINDS = StoredKinds.moving();

    private final Readers readers;
    private final CurrentUnit<Connection> unit;
    private final LogWatch watch;
    private final Duration patience;
    private final Records records;
    private final ColumnValues values = new ColumnValues();

    /**
     * @param patience how long a look at the log may wait for its turn to read
     * @param records of the unit of work that looks
     */
    StoreFeed(Readers readers, CurrentUnit<Connection> unit, LogWatch watch, Duration patience, Records records) {
        this.readers = readers;
        this.unit = unit;
        this.watch = watch;
        this.patience = patience;
        this.records = records;
    }

    /**
     * What the log holds.
     *
     * @param end the number of the last row there ever was
     * @param forgotten the number of the last row that is not there any more
     */
    private record State(long epoch, long end, long forgotten) {

        boolean reaches(Position after) {
            return after.epoch() == epoch && after.sequence() <= end && after.sequence() >= forgotten;
        }
    }

    @Override
    public Position position() {
        State state = look(StoreFeed::state);
        return new Position(state.epoch, state.end);
    }

    @Override
    public Changes read(Position after, int limit, Duration patience) {
        unit.requireNone();
        GatheredChanges.requireLimit(limit);
        return watch.read(() -> look(connection -> page(connection, after, limit)), patience);
    }

    @Override
    public Advance advance(Position after, @Nullable Stretch stretch, int most) {
        unit.requireNone();
        return look(connection -> {
            SnapshotStep step = new SnapshotStep(most);
            State state = state(connection);
            if (!state.reaches(after)) {
                return new Advance.StartOver(Advance.Reason.TRIMMED);
            }
            gather(connection, after, state.end, step);
            return step.to(records, new Position(state.epoch, state.end), stretch);
        });
    }

    private void gather(Connection connection, Position after, long end, SnapshotStep step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setLong(1, after.sequence());
            statement.setLong(2, end);
            try (ResultSet rows = statement.executeQuery()) {
                boolean more = true;
                while (more && rows.next()) {
                    if (rows.getInt(2) == 1) {
                        step.transaction();
                    }
                    Kind kind = KINDS.get(rows.getString(3));
                    more = kind == null || step.touched(kind, key(kind, rows));
                }
            }
        }
    }

    private Changes page(Connection connection, Position after, int limit) throws SQLException {
        State state = state(connection);
        long from = after.sequence();
        if (!state.reaches(after)) {
            return new Changes.Trimmed();
        }
        if (from == state.end) {
            return new Changes.Batch(List.of(), after);
        }
        long to = last(connection, from, limit, state.end);
        GatheredChanges gathered = new GatheredChanges();
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    touch(gathered, rows);
                    if (rows.getInt(2) == 1) {
                        gathered.end(new Position(state.epoch, rows.getLong(1)));
                    }
                }
            }
        }
        Position reached = new Position(state.epoch, to);
        gathered.end(reached);
        return new Changes.Batch(gathered.transactions(), reached);
    }

    /** A kind that an older version logged and this one does not know is of no use to anybody. */
    private void touch(GatheredChanges gathered, ResultSet rows) throws SQLException {
        Kind kind = KINDS.get(rows.getString(3));
        if (kind != null) {
            gathered.touched(kind, key(kind, rows));
        }
    }

    private RecordKey key(Kind kind, ResultSet rows) throws SQLException {
        return RecordKey.of(values.read(rows, 4, kind.key().type()));
    }

    private static long last(Connection connection, long from, int limit, long end) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setLong(1, from + limit);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : end;
            }
        }
    }

    private static State state(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long epoch = Long.parseLong(row.getString(1));
            long end = row.getLong(2);
            long oldest = row.getLong(3);
            return new State(epoch, end, row.wasNull() ? end : oldest - 1);
        }
    }

    /** Something that is asked of one state of the log. */
    private interface Question<R> {
        R ask(Connection connection) throws SQLException;
    }

    private <R> R look(Question<R> question) {
        return Readers.await(
                readers.read(() -> {
                    try {
                        return question.ask(unit.reading());
                    } catch (SQLException e) {
                        throw new SqlFailure(e);
                    }
                }),
                patience);
    }
}
