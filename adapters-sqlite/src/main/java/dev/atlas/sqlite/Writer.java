package dev.atlas.sqlite;

import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import dev.atlas.domain.storage.Term;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all units that wait (up to a bound), runs each in a savepoint of one transaction
 * and commits them together: a durable commit of 128 units costs little more than that of one, and a unit that fails
 * leaves the others intact. Order of commits is order of positions.
 */
final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 10_000;
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final BackendSettings settings;
    private final Connections connections;
    private final UnitRunner runner;
    private final Probe probe;
    private final Runnable committed;
    private final BlockingQueue<Unit<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Patience patience;
    private final Thread thread = new Thread(this::loop, "atlas-sqlite-writer");
    private volatile boolean closed;
    private volatile int running;
    private volatile Position position;
    private SqliteConnection connection;

    /** @param committed is told of every commit */
    Writer(Connections connections, UnitRunner runner, Probe probe, Runnable committed) throws SQLException {
        this.settings = connections.settings();
        this.connections = connections;
        this.runner = runner;
        this.probe = probe;
        this.committed = committed;
        this.connection = connections.writer();
        this.position = readPosition();
        this.patience = new Patience(settings.queueTimeout(), queue);
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a unit. Refuses it if too many wait already or the store is closed. */
    void submit(Unit<?> unit) {
        if (closed || !queue.offer(unit)) {
            throw closed ? Unavailable.closed(null) : new Unavailable("too many writes wait", null);
        }
        if (closed && unit.take()) {
            unit.refused(Unavailable.closed(null));
        }
    }

    Position position() {
        return position;
    }

    /** Units in the transaction of this moment. */
    int running() {
        return running;
    }

    int waiting() {
        return queue.size();
    }

    private void loop() {
        List<Unit<?>> group = new ArrayList<>();
        try {
            while (!closed) {
                gather(group);
                running = group.size();
                patience.running(group);
                write(group);
                group.clear();
                running = 0;
                patience.running(List.of());
            }
        } catch (InterruptedException e) {
            LOG.debug("The writer was told to end");
        } finally {
            queue.drainTo(group);
            group.forEach(unit -> unit.refused(Unavailable.closed(null)));
        }
    }

    /** Waits for a unit, and takes those behind it that may be in its transaction and are still waited for. */
    private void gather(List<Unit<?>> group) throws InterruptedException {
        group.add(queue.take());
        @Nullable Unit<?> next = queue.peek();
        while (next != null && next.shares() && group.getFirst().shares() && group.size() < settings.group()) {
            group.add(queue.remove());
            next = queue.peek();
        }
        group.removeIf(unit -> !unit.take());
    }

    private void write(List<Unit<?>> group) {
        try {
            Term term = begin(group);
            for (Unit<?> unit : group) {
                attempt(unit, term);
            }
            connections.file().requirePresent();
        } catch (SQLException e) {
            lose(group, StoreErrors.lost("SQLite cannot write now", e));
            return;
        } catch (Unavailable e) {
            lose(group, e);
            return;
        }
        commit(group);
    }

    private void lose(List<Unit<?>> group, StorageException refusal) {
        rollback();
        group.forEach(unit -> unit.refused(refusal));
    }

    /** Begins the transaction, in which nobody else can write, and answers the term it is in. */
    private Term begin(List<Unit<?>> group) throws SQLException {
        Duration usual = settings.busyTimeout();
        Duration patience = group.isEmpty() ? usual : group.getFirst().patience(usual);
        connection.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        execute("begin immediate");
        return Fence.read(connection);
    }

    /** Runs one unit in its savepoint. Throws if the whole transaction is lost with it. */
    private void attempt(Unit<?> unit, Term term) throws SQLException {
        execute("savepoint unit");
        try {
            unit.requireTerm(term);
            unit.run(connection, runner);
        } catch (RuntimeException e) {
            unit.failed(StoreErrors.translate(e));
        } catch (Error e) {
            unit.failed(e);
        }
        if (unit.failed()) {
            undo(unit);
        }
        execute("release unit");
    }

    /** After some errors, a full disk among them, SQLite has undone the whole transaction; then it is lost because of these. */
    private void undo(Unit<?> unit) throws SQLException {
        try {
            execute("rollback to unit");
        } catch (SQLException e) {
            throw unit.failure() instanceof StorageException failure && failure.getCause() instanceof SQLException cause
                    ? cause
                    : e;
        }
    }

    private void commit(List<Unit<?>> group) {
        try {
            Position reached = group.stream().allMatch(Unit::failed) ? position : readPosition();
            if (reached.compareTo(position) > 0) {
                execute(ChangeLog.END);
            }
            probe.commit(() -> execute("commit"));
            position = reached;
            committed.run();
            group.forEach(unit -> unit.committed(reached));
        } catch (SQLException e) {
            boolean certain = StoreErrors.certainlyNotCommitted(e);
            rollback();
            RuntimeException refusal = StoreErrors.lost("SQLite could not commit", e);
            RuntimeException doubt = new UnknownOutcome("SQLite did not say whether it committed", e);
            group.forEach(unit -> unit.refused(certain || unit.failed() ? refusal : doubt));
        }
    }

    private Position readPosition() throws SQLException {
        String sql = "select coalesce((select seq from sqlite_sequence where name = 'change_log'), 0),"
                + " (select value from store where name = 'epoch')";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Position(Long.parseLong(rows.getString(2)), rows.getLong(1));
        }
    }

    private void execute(String sql) throws SQLException {
        connection.execute(sql);
    }

    /** Leaves a connection without a transaction: by rolling back, or else by a new connection. */
    private void rollback() {
        try {
            execute("rollback");
        } catch (SQLException e) {
            LOG.debug("SQLite has rolled back by itself, or cannot; its connection is opened anew", e);
            renew();
        }
    }

    private void renew() {
        try {
            connection.closeForGood();
            connection = connections.writer();
            position = readPosition();
        } catch (SQLException | Unavailable e) {
            LOG.error("SQLite cannot be opened anew; writes are refused until it can", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        patience.close();
        try {
            thread.join(CLOSE);
            connection.closeForGood();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("The writing connection could not be closed", e);
        }
    }
}
