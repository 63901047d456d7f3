package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a change log bounded: a thread of its own forgets, now and then and in small transactions, what is older than
 * {@link #KEPT}. Positions stay as they are.
 */
public final class ChangeRetention implements AutoCloseable {

    /** How long a change is remembered at least. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** Changes forgotten in one transaction: few enough that nobody who writes waits for them noticeably. */
    static final int AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ChangeRetention.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /** One small transaction on the change log. */
    @FunctionalInterface
    public interface Step {

        /** Forgets the oldest changes that were made before this time, {@code limit} at most. Answers how many. */
        int forget(Instant before, int limit);
    }

    private final Step step;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    public ChangeRetention(Step step, Clock clock) {
        this.step = step;
        this.clock = clock;
    }

    /** Begins, with a pause. */
    public ChangeRetention start() {
        Thread.ofPlatform().name("atlas-change-retention").daemon().start(this::rounds);
        return this;
    }

    private void rounds() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                roundOrLater();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets all that is too old. */
    public void round() {
        Instant before = clock.instant().minus(KEPT);
        int forgotten;
        do {
            forgotten = step.forget(before, AT_ONCE);
        } while (forgotten == AT_ONCE && closed.getCount() > 0);
    }

    private void roundOrLater() {
        try {
            round();
        } catch (StorageException e) {
            LOG.debug("Old changes could not be forgotten now; the next round tries again", e);
        } catch (RuntimeException e) {
            LOG.error("Old changes could not be forgotten; the next round tries again", e);
        }
    }

    /**
     * A step in SQL.
     *
     * @param key the columns that order the log, separated by commas
     */
    public static int delete(Connection connection, SqlValues values, String key, Instant before, int limit) {
        String sql =
                "delete from change_log where (%1$s) in (select %1$s from change_log order by %1$s limit ?) and at < ?"
                        .formatted(key);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            values.bind(statement, 2, Column.Type.INSTANT, before);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Ends after the step that runs. */
    @Override
    public void close() {
        closed.countDown();
    }
}
