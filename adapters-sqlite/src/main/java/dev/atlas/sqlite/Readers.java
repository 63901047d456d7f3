package dev.atlas.sqlite;

import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few platform threads that read, each with its own connection. Native calls would pin the carriers of virtual threads,
 * so these wait here instead.
 */
final class Readers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int QUEUE = 10_000;

    private final Connections connections;
    private final UnitRunner runner;
    private final ThreadPoolExecutor threads;
    private final Queue<SqliteConnection> idle = new ConcurrentLinkedQueue<>();

    Readers(Connections connections, UnitRunner runner) {
        this.connections = connections;
        this.runner = runner;
        int count = connections.settings().readers();
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("atlas-sqlite-reader-", 0).factory());
    }

    /** Completes on a reading thread. */
    <R> CompletableFuture<R> read(Supplier<R> work) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    answer.complete(inSnapshot(work));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(StoreErrors.translate(e));
                } catch (SQLException e) {
                    answer.completeExceptionally(new Unavailable("SQLite cannot read now", e));
                } catch (Error e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            String reason = threads.isShutdown() ? "the store is closed" : "too many reads wait";
            answer.completeExceptionally(new Unavailable(reason, e));
        }
        return answer;
    }

    int running() {
        return threads.getActiveCount();
    }

    int waiting() {
        return threads.getQueue().size();
    }

    /** Waits for the answer, within a bound. */
    static <R> R await(CompletableFuture<R> answer, Duration patience) {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause());
        } catch (TimeoutException e) {
            throw new Unavailable("waited too long for a turn to read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while reading", e);
        }
    }

    private <R> R inSnapshot(Supplier<R> work) throws SQLException {
        SqliteConnection connection = take();
        AtomicReference<@Nullable R> answer = new AtomicReference<>();
        boolean sound = false;
        try {
            execute(connection, "begin");
            try {
                runner.run(connection, false, () -> answer.set(work.get()));
            } finally {
                execute(connection, "commit");
            }
            sound = true;
        } catch (StorageException | IllegalStateException e) {
            sound = true;
            throw e;
        } finally {
            giveBack(connection, sound);
        }
        return value(answer);
    }

    @SuppressWarnings("NullAway") // R may be nullable: it is what the caller's work returned
    private static <R> R value(AtomicReference<@Nullable R> answer) {
        return answer.get();
    }

    private SqliteConnection take() throws SQLException {
        SqliteConnection connection = idle.poll();
        return connection != null ? connection : connections.reader();
    }

    private void giveBack(SqliteConnection connection, boolean sound) throws SQLException {
        if (sound && !threads.isShutdown()) {
            idle.add(connection);
        } else {
            connection.closeForGood();
        }
    }

    private static void execute(SqliteConnection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow().clear();
            }
            for (SqliteConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.closeForGood();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("A reading connection could not be closed", e);
        }
    }
}
