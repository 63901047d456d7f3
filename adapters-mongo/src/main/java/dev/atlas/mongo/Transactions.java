package dev.atlas.mongo;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.StoredRepositories;
import io.micronaut.data.mongodb.session.MongoConnectionOperations;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Runs units of work as transactions, as the driver's {@code withTransaction} does, but with pauses between attempts, a
 * bound of our own, and without losing why a commit failed. Micronaut's repositories take part, because the session is
 * the one Micronaut holds for this thread. Every attempt has a session of its own: a session reads from the snapshot of
 * its first transaction.
 */
@Singleton
final class Transactions {

    /**
     * @param time the operation time of the commit: seconds in the upper half, a counter in the lower; 0 if the work did
     *     not ask MongoDB for anything
     */
    record Done<R>(R value, long time) {}

    /** How one attempt ended, unless it threw: {@code again} is why it may succeed if it is run again. */
    private sealed interface Attempt<R> {
        record Committed<R>(Done<R> done) implements Attempt<R> {}

        record Again<R>(StorageException reason) implements Attempt<R> {}
    }

    static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .readPreference(ReadPreference.primary())
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    private final BackendSettings settings;
    private final MongoConnectionOperations connections;
    private final MongoClient client;
    private final MongoDatabase database;
    private final CurrentUnit<Unit> current;
    private final Repositories repositories;

    Transactions(
            BackendSettings settings,
            MongoConnectionOperations connections,
            MongoClient client,
            MongoDatabase database,
            CurrentUnit<Unit> current,
            StoredRepositories repositories) {
        this.settings = settings;
        this.client = client;
        this.database = database;
        this.connections = connections;
        this.current = current;
        this.repositories = GuardedPorts.of(repositories, current);
    }

    /**
     * Runs {@code work} until it is committed or cannot be; throws {@link StorageException} or what it throws.
     *
     * @param patience after which it is not run again
     */
    <R> Done<R> run(int place, Passage passage, Duration patience, Function<? super Repositories, R> work) {
        Backoff backoff = new Backoff(patience);
        while (true) {
            switch (attempt(place, passage, work)) {
                case Attempt.Committed<R>(Done<R> done) -> {
                    return done;
                }
                case Attempt.Again<R>(StorageException reason) -> {
                    if (!backoff.pause()) {
                        throw reason;
                    }
                }
            }
        }
    }

    private <R> Attempt<R> attempt(int place, Passage passage, Function<? super Repositories, R> work) {
        boolean writes = passage != Passage.READING;
        try {
            passage.prepare();
            return connections.executeWrite(status -> {
                ClientSession session = status.getConnection();
                Unit unit = new Unit(session, place, writes ? null : longRead(session));
                return current.run(unit, writes, () -> transaction(unit, passage, work));
            });
        } catch (MongoException e) {
            RuntimeException failure = StoreErrors.translate(e);
            boolean passing = StoreErrors.mayRunAgain(e) || StoreErrors.commitMayBeRepeated(e);
            if (passing && failure instanceof StorageException reason) {
                return new Attempt.Again<>(reason);
            }
            throw failure;
        } catch (RuntimeException e) {
            throw StoreErrors.translate(e);
        }
    }

    private LongRead longRead(ClientSession session) {
        return new LongRead(client, database, OPTIONS, settings.transactionLife(), session);
    }

    private <R> Attempt<R> transaction(Unit unit, Passage passage, Function<? super Repositories, R> work) {
        unit.session().startTransaction(OPTIONS);
        try {
            passage.begin(unit);
            R value = work.apply(repositories);
            StorageException failure = unit.failure();
            if (failure != null) {
                throw failure;
            }
            unit.beforeCommit();
            passage.end(unit);
            return commit(unit.session(), passage != Passage.READING, value);
        } catch (RuntimeException e) {
            StorageException failure = unit.failure();
            if (failure != null && (StoreErrors.mayRunAgain(failure) || StoreErrors.foundNoConnection(failure))) {
                return new Attempt.Again<>(failure);
            }
            throw e;
        } finally {
            unit.close();
        }
    }

    private <R> Attempt<R> commit(ClientSession session, boolean writes, R value) {
        Backoff backoff = new Backoff(settings.retryTimeout());
        boolean answerLost = false;
        while (true) {
            try {
                session.commitTransaction();
                @Nullable BsonTimestamp time = session.getOperationTime();
                return new Attempt.Committed<>(new Done<>(value, time == null ? 0 : time.getValue()));
            } catch (MongoException e) {
                if (!writes) {
                    return new Attempt.Again<>(new Unavailable("MongoDB did not end a transaction that only read", e));
                }
                if (!answerLost && StoreErrors.mayRunAgain(e)) {
                    return new Attempt.Again<>(new Unavailable("MongoDB could not commit", e));
                }
                if (!answerLost && StoreErrors.certainlyNotCommitted(e)) {
                    throw e;
                }
                answerLost = true;
                if (!StoreErrors.commitMayBeRepeated(e) || !backoff.pause()) {
                    throw new UnknownOutcome("MongoDB did not say whether it committed", e);
                }
            }
        }
    }
}
