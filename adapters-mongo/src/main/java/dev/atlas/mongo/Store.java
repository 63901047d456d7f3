package dev.atlas.mongo;

import com.mongodb.MongoException;
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
import dev.atlas.domain.storage.Term;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
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

    private final BackendSettings settings;
    private final StoreFacts facts;
    private final ApplicationContext context;
    private final Transactions transactions;
    private final Fence fence;
    private final Places places;
    private final StoreFeed changes;
    private final ThreadPoolExecutor readers;
    private final LongAccumulator seen;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(BackendSettings settings, StoreFacts facts, ApplicationContext context) {
        this.settings = settings;
        this.facts = facts;
        this.context = context;
        this.transactions = context.getBean(Transactions.class);
        this.places = new Places(settings);
        MongoClient client = context.getBean(MongoClient.class);
        MongoDatabase database = context.getBean(MongoDatabase.class);
        this.fence = new Fence(client, database, settings.pool(), facts.term());
        this.changes = new StoreFeed(client, database, places, fence);
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
        return run(Passage.READING, settings.retryTimeout(), work).value();
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
    public <R> Committed<R> write(Term begun, Function<? super Repositories, R> work) {
        return committed(run(fence.slots(begun), settings.retryTimeout(), work));
    }

    @Override
    public Term term() {
        return fence.term();
    }

    @Override
    public Term renew() {
        int place = places.take();
        try {
            return fence.renew();
        } catch (MongoException e) {
            throw StoreErrors.translate(e);
        } finally {
            places.giveBack(place);
        }
    }

    @Override
    public <R> Committed<R> enter(Term next, Duration patience, Function<? super Repositories, R> work) {
        Term former = term();
        former.requireNotAfter(next);
        Transactions.Done<R> done = run(fence.entering(former, next), patience, work);
        fence.enter(next);
        return committed(done);
    }

    private <R> Committed<R> committed(Transactions.Done<R> done) {
        return new Committed<>(done.value(), at(done.time() == 0 ? seen.get() : done.time()));
    }

    private <R> Transactions.Done<R> run(Passage passage, Duration patience, Function<? super Repositories, R> work) {
        int place = places.take();
        try {
            Transactions.Done<R> done = transactions.run(place, passage, patience, work);
            seen.accumulate(done.time());
            return done;
        } finally {
            places.giveBack(place);
        }
    }

    /** Asks the server, as other nodes commit too: with every answer it tells the time of the newest commit seen by it. */
    @Override
    public Position position() {
        read(repositories -> repositories.roles().find(""));
        return at(seen.get());
    }

    private Position at(long time) {
        return new Position(term().epoch(), time);
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
