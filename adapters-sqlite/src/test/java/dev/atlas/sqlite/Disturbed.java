package dev.atlas.sqlite;

import dev.atlas.contract.Crash;
import dev.atlas.contract.DisturbedStore;
import dev.atlas.contract.WriterProcess;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * SQLite is disturbed by another process that holds the lock for writing, by a commit that fails after it was done, and by
 * killing the process it is part of.
 */
final class Disturbed implements DisturbedStore {

    private static final Map<String, String> IMPATIENT =
            Map.of("ATLAS_SQLITE_BUSY_TIMEOUT", "300ms", "ATLAS_SQLITE_QUEUE_TIMEOUT", "2s");

    private final String url;
    private final AtomicBoolean losing = new AtomicBoolean();
    private Storage storage;
    private @Nullable Connection lock;

    Disturbed(String url) {
        this.url = url;
        this.storage = open();
    }

    private Storage open() {
        try {
            return Store.open(BackendSettings.of(url, IMPATIENT), new Probe() {
                @Override
                public void commit(Commit commit) throws SQLException {
                    commit.run();
                    if (losing.get()) {
                        throw new SQLException("the machine failed after the commit");
                    }
                }
            });
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void pause() {
        try {
            Connection other = Harness.connect(url);
            lock = other;
            execute(other, "begin immediate");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void heal() {
        losing.set(false);
        Connection held = lock;
        if (held != null) {
            lock = null;
            try (held) {
                execute(held, "rollback");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void loseAnswersOfCommits() {
        losing.set(true);
    }

    @Override
    public Crash killWhileWriting(int units) {
        storage.close();
        return WriterProcess.killInTheMiddle("sqlite", url, units);
    }

    @Override
    public Storage reopen() {
        storage.close();
        storage = new Backend().open(url, Map.of());
        return storage;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        heal();
        storage.close();
    }
}
