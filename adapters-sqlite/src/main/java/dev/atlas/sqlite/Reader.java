package dev.atlas.sqlite;

import dev.atlas.domain.storage.StorageException.Unavailable;
import java.sql.SQLException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that reads, opened when it is first needed and anew when it broke. For one thread. */
final class Reader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final Connections connections;
    private final UnitRunner runner;
    private @Nullable SqliteConnection connection;

    Reader(Connections connections, UnitRunner runner) {
        this.connections = connections;
        this.runner = runner;
    }

    /**
     * Runs all of them, emptying the queue. They share a snapshot, which is as new as the last of them needs: to begin and
     * end one costs as much as a small read.
     */
    void serve(Queue<Reading<?>> group) {
        while (!group.isEmpty()) {
            try {
                snapshot(group);
            } catch (SQLException e) {
                refuse(group, new Unavailable("SQLite cannot read now", e));
            } catch (Unavailable e) {
                refuse(group, e);
            }
        }
    }

    private void refuse(Queue<Reading<?>> group, Unavailable reason) {
        close();
        group.forEach(reading -> reading.refused(reason));
        group.clear();
    }

    private void snapshot(Queue<Reading<?>> group) throws SQLException {
        connections.file().requirePresentLately();
        SqliteConnection open = connection == null ? connections.reader() : connection;
        connection = open;
        open.beginReading();
        boolean sound = true;
        for (Reading<?> next = group.poll(); next != null; next = sound ? group.poll() : null) {
            sound = next.run(open, runner);
        }
        if (sound) {
            open.execute("commit");
        } else {
            close();
        }
    }

    @Override
    public void close() {
        SqliteConnection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.closeForGood();
            }
        } catch (SQLException e) {
            LOG.warn("A reading connection could not be closed", e);
        }
    }
}
