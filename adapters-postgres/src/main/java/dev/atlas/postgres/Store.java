package dev.atlas.postgres;

import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term;
import dev.atlas.persistence.GuardedPorts;
import dev.atlas.persistence.SchemaStep;
import dev.atlas.persistence.StoredRepositories;
import dev.atlas.persistence.sql.ChangeRetention;
import dev.atlas.persistence.sql.LogWatch;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of Atlas in one PostgreSQL database. */
final class Store implements Storage {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final BackendSettings settings;
    private final StoreFacts facts;
    private final ApplicationContext context;
    private final Repositories repositories;
    private final Pool pool;
    private final Transactions transactions;
    private final Retries retries;
    private final Filling filling;
    private final LogWatch watch = new LogWatch(StoreFeed.INTERVAL);
    private final StoreFeed changes;
    private final ChangeRetention retention;
    private final ExecutorService readers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("atlas-postgres-reader-", 0).factory());
    private final AtomicLong lastCommit = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(BackendSettings settings, StoreFacts facts, ApplicationContext context, Pool pool, Filling filling) {
        this.settings = settings;
        this.facts = facts;
        this.context = context;
        this.pool = pool;
        this.filling = filling;
        UnitRunner runner = context.getBean(UnitRunner.class);
        this.repositories =
                GuardedPorts.of(context.getBean(StoredRepositories.class), runner.unit(), StoreErrors::translate);
        this.transactions = new Transactions(pool, runner, new Fence(pool, facts.turn()));
        this.retries = new Retries(settings.queueTimeout(), RandomGenerator.getDefault());
        this.changes = new StoreFeed(transactions, watch, repositories.records());
        ChangeRetention.Step step =
                (due, limit) -> transactions.change(connection -> ChangeLog.forget(connection, due, limit));
        this.retention = new ChangeRetention(this, step, settings.changesKept(), Clock.systemUTC()).start();
    }

    static Store open(BackendSettings settings) {
        Connections connections = new Connections(settings);
        StoreFacts facts = new StoreSchema(connections).bringUpToDate();
        ApplicationContext context = StoreContext.open();
        try {
            Filling filling = new Filling(connections.forMigrating());
            return new Store(settings, facts, context, new Pool(connections), filling);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        return retries.run(() -> transactions.read(() -> work.apply(repositories)));
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        try {
            readers.execute(() -> {
                try {
                    answer.complete(read(work));
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(Unavailable.closed(e));
        }
        return answer;
    }

    @Override
    public <R> Committed<R> write(Term begun, Function<? super Repositories, R> work) {
        begun.requireWrites();
        return written(retries.run(() -> transactions.write(begun, () -> work.apply(repositories))));
    }

    @Override
    public Term term() {
        return transactions.fence().term();
    }

    @Override
    public Term renew() {
        return transactions.renew();
    }

    @Override
    public <R> Committed<R> enter(Term next, Duration patience, Function<? super Repositories, R> work) {
        Term former = term();
        former.requireNotAfter(next);
        return written(retries.run(() -> transactions.enter(former, next, patience, () -> work.apply(repositories))));
    }

    /** Where it cannot put anything aside it fills the tables as they are. */
    @Override
    public <T, R> R fill(List<Kind> kinds, Supplier<T> work, Function<? super T, R> look) {
        if (kinds.isEmpty() || !putAside(kinds)) {
            return look.apply(work.get());
        }
        T filled;
        try {
            filled = work.get();
        } catch (RuntimeException | Error e) {
            try {
                bringBack();
            } catch (StorageException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        try (Meanwhile _ = new Meanwhile(this::bringBack)) {
            return look.apply(filled);
        }
    }

    private boolean putAside(List<Kind> kinds) {
        try {
            filling.begin(kinds);
            return true;
        } catch (SQLException e) {
            if (StoreErrors.denied(e)) {
                LOG.info("The store is filled with its indexes in place: this user may not put them aside");
                return false;
            }
            throw StoreErrors.translate(e);
        }
    }

    private void bringBack() {
        try {
            filling.end(lastCommit.get());
        } catch (SQLException e) {
            throw StoreErrors.translate(e);
        }
    }

    private <R> Committed<R> written(Committed<R> committed) {
        lastCommit.accumulateAndGet(committed.position().sequence(), Math::max);
        watch.wake();
        return committed;
    }

    /** Asks the server, as other nodes commit too. */
    @Override
    public Position position() {
        return new Position(
                transactions.epoch(), Math.max(transactions.horizon().sequence(), lastCommit.get()));
    }

    @Override
    public ChangeFeed changes() {
        return changes;
    }

    @Override
    public StorageLoad load() {
        return pool.load();
    }

    @Override
    public StoreDescription describe() {
        pool.refuseClosed();
        return new StoreDescription(
                "postgres", settings.url().toString(), facts.server(), facts.id(), SchemaStep.newest(), facts.schema());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            retention.close();
            readers.shutdown();
            pool.close();
            watch.wake();
            context.close();
        }
    }
}
