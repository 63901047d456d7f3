package dev.atlas.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.StoreDescription;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Function;

/** All of Atlas in one database of a MongoDB replica set. */
final class Store implements Storage {

    private static final int QUEUE = 10_000;

    private final StoreFacts facts;
    private final ApplicationContext context;
    private final Transactions transactions;
    private final Places places;
    private final StoreFeed changes;
    private final ThreadPoolExecutor readers;
    private final LongAccumulator seen;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(BackendSettings settings, StoreFacts facts, ApplicationContext context) {
        this.facts = facts;
        this.context = context;
        this.transactions = context.getBean(Transactions.class);
        this.places = new Places(settings);
        this.changes = new StoreFeed(
                context.getBean(MongoClient.class), context.getBean(MongoDatabase.class), places, facts.epoch());
        this.seen = new LongAccumulator(Math::max, facts.time());
        this.readers = new ThreadPoolExecutor(
                settings.pool(),
                settings.pool(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofVirtual().name("atlas-mongo-reader-", 0).factory());
    }

    static Store open(BackendSettings settings) {
        StoreFacts facts = StoreSchema.bringUpToDate(settings);
        ApplicationContext context = StoreContext.open(settings);
        try {
            return new Store(settings, facts, context);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        return run(false, work).value();
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        try {
            places.mustBeOpen();
            readers.execute(() -> {
                try {
                    answer.complete(read(work));
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (Unavailable e) {
            answer.completeExceptionally(e);
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new Unavailable("too many reads wait", e));
        }
        return answer;
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        Transactions.Done<R> done = run(true, work);
        return new Committed<>(done.value(), at(done.time() == 0 ? seen.get() : done.time()));
    }

    private <R> Transactions.Done<R> run(boolean writes, Function<? super Repositories, R> work) {
        int place = places.take();
        try {
            Transactions.Done<R> done = transactions.run(place, writes, work);
            seen.accumulate(done.time());
            return done;
        } finally {
            places.giveBack(place);
        }
    }

    /** Asks the server, as other nodes commit too: with every answer it tells the time of the newest commit seen by it. */
    @Override
    public Position position() {
        run(false, repositories -> repositories.roles().find(""));
        return at(seen.get());
    }

    private Position at(long time) {
        return new Position(facts.epoch(), time);
    }

    @Override
    public ChangeFeed changes() {
        return changes;
    }

    @Override
    public StorageLoad load() {
        StorageLoad load = places.load();
        return new StorageLoad(
                load.connectionsInUse(),
                load.connections(),
                load.unitsWaiting() + readers.getQueue().size());
    }

    @Override
    public StoreDescription describe() {
        places.mustBeOpen();
        return facts.description();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            places.close();
            readers.shutdown();
            context.close();
        }
    }
}
