package dev.atlas.sqlite;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.persistence.SchemaFingerprint;
import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.StoredRepositories;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.sqlite.SQLiteJDBCLoader;

/** All of Atlas in one SQLite file. */
final class Store implements Storage {

    private static final Duration COMMIT = Duration.ofSeconds(30);

    private final BackendSettings settings;
    private final Id<Storage> id;
    private final ApplicationContext context;
    private final Repositories repositories;
    private final Writer writer;
    private final Readers readers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(BackendSettings settings, Id<Storage> id, ApplicationContext context, CommitPoint commitPoint)
            throws SQLException {
        this.settings = settings;
        this.id = id;
        this.context = context;
        this.repositories = context.getBean(StoredRepositories.class);
        UnitRunner runner = context.getBean(UnitRunner.class);
        Connections connections = new Connections(settings);
        this.writer = new Writer(connections, runner, commitPoint);
        this.readers = new Readers(connections, runner);
    }

    static Store open(BackendSettings settings, CommitPoint commitPoint) throws SQLException {
        Id<Storage> id = new StoreSchema(settings).bringUpToDate();
        ApplicationContext context = StoreContext.open();
        try {
            return new Store(settings, id, context, commitPoint);
        } catch (SQLException | RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        return Readers.await(readAsync(work), settings.queueTimeout());
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        return readers.read(() -> work.apply(repositories));
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        Unit<R> unit = new Unit<>(() -> work.apply(repositories));
        writer.submit(unit);
        return unit.await(settings.queueTimeout(), COMMIT);
    }

    @Override
    public Position position() {
        return writer.position();
    }

    @Override
    public StoreDescription describe() {
        return new StoreDescription(
                "sqlite", "sqlite:" + settings.file(), SQLiteJDBCLoader.getVersion(), id,
                SchemaFingerprint.of(StoredKinds.all()));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            writer.close();
            readers.close();
            context.close();
        }
    }
}
