package dev.atlas.postgres;

import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.persistence.GatheredChanges;
import dev.atlas.persistence.SnapshotStep;
import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.sql.LogWatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The change log as a feed. A position is the number of a transaction. Numbers are given at the first write and become
 * visible at the commit, so the feed ends before the lowest number of a transaction that is still going on, in any database
 * of the server: one that goes on for long holds it back.
 *
 * <p>There is no NOTIFY for the commits of other processes: it would have all of them wait for one lock.
 *
 * @param records of the unit of work that reads
 */
record StoreFeed(Transactions transactions, LogWatch watch, Records records) implements ChangeFeed {

    /** How often it is looked for what other processes have written. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    private static final String STATE = """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1,
                pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1,
                coalesce((select value::bigint from store where name = 'changes_forgotten'), 0)""";

    private static final String LAST = """
            select position from change_log where position > ? and position <= ?
            order by position, seq offset ? limit 1""";

    private static final String ROWS = """
            select position, kind, key from change_log where position > ? and position <= ?
            order by position, seq""";

    /** Rows of the log that are held in memory at once: a follower that was away for long reads many. */
    private static final int FETCHED = 5_000;

    private static final Map<String, Kind> KINDS = StoredKinds.moving();

    /**
     * What the log holds.
     *
     * @param end up to which all transactions have ended
     * @param newest the highest number that was given to a transaction
     * @param forgotten the highest position of which changes are not there any more
     */
    private record State(long end, long newest, long forgotten) {

        boolean reaches(long after) {
            return after <= newest && after >= forgotten;
        }
    }

    @Override
    public Position position() {
        return transactions.horizon();
    }

    @Override
    public Changes read(Position after, int limit, Duration patience) {
        GatheredChanges.requireLimit(limit);
        return watch.read(() -> transactions.look(connection -> page(connection, after, limit)), patience);
    }

    /** What the snapshot shows beyond the end of the feed is told too, and comes again. */
    @Override
    public Advance advance(Position after, @Nullable Stretch stretch, int most) {
        return transactions.inSnapshot(connection -> {
            SnapshotStep step = new SnapshotStep(most);
            State state = state(connection);
            long from = after.sequence();
            if (after.epoch() != transactions.epoch() || !state.reaches(from)) {
                return new Advance.StartOver(Advance.Reason.TRIMMED);
            }
            gather(connection, from, step);
            return step.to(records, position(Math.max(from, state.end)), stretch);
        });
    }

    private static void gather(Connection connection, long after, SnapshotStep step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setFetchSize(FETCHED);
            statement.setLong(1, after);
            statement.setLong(2, Long.MAX_VALUE);
            try (ResultSet rows = statement.executeQuery()) {
                long reading = after;
                boolean more = true;
                while (more && rows.next()) {
                    if (rows.getLong(1) != reading) {
                        reading = rows.getLong(1);
                        step.transaction();
                    }
                    Kind kind = KINDS.get(rows.getString(2));
                    more = kind == null || step.touched(kind, key(kind, rows.getString(3)));
                }
            }
        }
    }

    private Changes page(Connection connection, Position after, int limit) throws SQLException {
        State state = state(connection);
        long from = after.sequence();
        if (after.epoch() != transactions.epoch() || !state.reaches(from)) {
            return new Changes.Trimmed();
        }
        if (from >= state.end) {
            return new Changes.Batch(List.of(), after);
        }
        long to = last(connection, from, state.end, limit);
        GatheredChanges gathered = new GatheredChanges();
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (ResultSet rows = statement.executeQuery()) {
                gather(gathered, rows);
            }
        }
        return new Changes.Batch(gathered.transactions(), position(to));
    }

    private void gather(GatheredChanges gathered, ResultSet rows) throws SQLException {
        long reading = 0;
        while (rows.next()) {
            long position = rows.getLong(1);
            if (position != reading) {
                gathered.end(position(reading));
                reading = position;
            }
            touch(gathered, rows.getString(2), rows.getString(3));
        }
        gathered.end(position(reading));
    }

    /** A kind that an older version logged and this one does not know is of no use to anybody. */
    private static void touch(GatheredChanges gathered, String name, String key) {
        Kind kind = KINDS.get(name);
        if (kind != null) {
            gathered.touched(kind, key(kind, key));
        }
    }

    private static RecordKey key(Kind kind, String text) {
        return RecordKey.of(kind.key().type() == Type.ID ? UUID.fromString(text) : text);
    }

    private static long last(Connection connection, long from, long end, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setLong(1, from);
            statement.setLong(2, end);
            statement.setInt(3, limit - 1);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : end;
            }
        }
    }

    private static State state(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new State(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private Position position(long sequence) {
        return new Position(transactions.epoch(), sequence);
    }
}
