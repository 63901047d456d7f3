package dev.atlas.sqlite;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.GuardedPorts;
import dev.atlas.persistence.SchemaFingerprint;
import dev.atlas.persistence.SchemaStep;
import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.StoredRepositories;
import dev.atlas.persistence.sql.ChangeRetention;
import dev.atlas.persistence.sql.ChangeRetention.Due;
import dev.atlas.persistence.sql.LogWatch;
import dev.atlas.persistence.sql.SqlFailure;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.sqlite.SQLiteJDBCLoader;

/** All of Atlas in one SQLite file. */
final class Store implements Storage {

    private final BackendSettings settings;
    private final Id<Storage> id;
    private final ApplicationContext context;
    private final CurrentUnit<Connection> unit;
    private final Repositories repositories;
    private final Writer writer;
    private final Readers readers;
    private final LogWatch watch = new LogWatch(StoreFeed.INTERVAL);
    private final StoreFeed changes;
    private final ChangeRetention retention;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Term term;

    private Store(BackendSettings settings, StoreFile file, Id<Storage> id, ApplicationContext context, Probe probe)
            throws SQLException {
        this.settings = settings;
        this.id = id;
        this.context = context;
        UnitRunner runner = context.getBean(UnitRunner.class);
        this.unit = runner.unit();
        this.repositories = GuardedPorts.of(context.getBean(StoredRepositories.class), unit, StoreErrors::translate);
        Connections connections = new Connections(settings, file, probe);
        this.writer = new Writer(connections, runner, probe, watch::wake);
        this.readers = new Readers(connections, runner);
        this.changes = new StoreFeed(readers, unit, watch, settings.queueTimeout(), repositories.records());
        this.term = presentTerm();
        this.retention =
                new ChangeRetention(this, this::forgetChanges, settings.changesKept(), Clock.systemUTC()).start();
    }

    static Store open(BackendSettings settings, Probe probe) throws IOException, SQLException {
        Id<Storage> id = new StoreSchema(settings).bringUpToDate();
        StoreFile file = new StoreFile(settings.file());
        ApplicationContext context = StoreContext.open();
        try {
            return new Store(settings, file, id, context, probe);
        } catch (SQLException | RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        unit.requireNone();
        return Readers.await(readAsync(work), settings.queueTimeout());
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        return readers.read(() -> work.apply(repositories));
    }

    @Override
    public <R> Committed<R> write(Term begun, Function<? super Repositories, R> work) {
        unit.requireNone();
        begun.requireWrites();
        begun.requireStill(term);
        return written(Unit.in(begun, () -> work.apply(repositories)));
    }

    private <R> Committed<R> written(Unit<R> waiting) {
        writer.submit(waiting);
        return waiting.await();
    }

    @Override
    public Term term() {
        return term;
    }

    @Override
    public Term renew() {
        unit.requireNone();
        term = presentTerm();
        return term;
    }

    private Term presentTerm() {
        return Readers.await(
                readers.read(() -> {
                    try {
                        return Fence.read(unit.reading());
                    } catch (SQLException e) {
                        throw new SqlFailure(e);
                    }
                }),
                settings.queueTimeout());
    }

    @Override
    public <R> Committed<R> enter(Term next, Duration patience, Function<? super Repositories, R> work) {
        unit.requireNone();
        Term former = term;
        former.requireNotAfter(next);
        Committed<R> entered = written(Unit.alone(former, patience, () -> {
            R value = work.apply(repositories);
            try {
                Fence.enter(unit.writing(), next);
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
            return value;
        }));
        term = next;
        return entered;
    }

    @Override
    public Position position() {
        mustBeOpen();
        return writer.position();
    }

    @Override
    public ChangeFeed changes() {
        return changes;
    }

    /** A unit that is being written holds the one writing connection together with those of its group. */
    @Override
    public StorageLoad load() {
        return new StorageLoad(
                readers.running() + (writer.running() > 0 ? 1 : 0),
                settings.readers() + 1,
                readers.waiting() + writer.waiting());
    }

    @Override
    public StoreDescription describe() {
        mustBeOpen();
        return new StoreDescription(
                "sqlite",
                "sqlite:" + settings.file(),
                SQLiteJDBCLoader.getVersion(),
                id,
                SchemaStep.newest(),
                SchemaFingerprint.of(StoredKinds.all()));
    }

    private int forgetChanges(Due due, int limit) {
        Unit<Integer> waiting = Unit.upkeep(() -> {
            try {
                return ChangeLog.forget(unit.writing(), due, limit);
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        });
        try {
            return written(waiting).value();
        } catch (RuntimeException e) {
            throw StoreErrors.translate(e);
        }
    }

    private void mustBeOpen() {
        if (closed.get()) {
            throw StorageException.Unavailable.closed(null);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            retention.close();
            writer.close();
            readers.close();
            watch.wake();
            context.close();
        }
    }
}
