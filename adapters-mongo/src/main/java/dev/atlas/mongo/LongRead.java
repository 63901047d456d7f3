package dev.atlas.mongo;

import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that reads everything, such as a copy, goes on for longer than MongoDB lets a transaction live (a minute,
 * unless it is told otherwise). It goes on in a new transaction then, provided that the feed of changes has nothing since
 * the first one began: so it still sees one state. Only a unit whose first question is a scan of records can do so, since
 * the place to begin in the feed must be known before the first transaction has its snapshot.
 *
 * <p>Each transaction has a session of its own, since a session keeps to its first snapshot. The first session stays as it
 * is, for the repositories that hold on to it.
 */
final class LongRead implements AutoCloseable {

    private static final long NO_WAIT = 50;

    private final MongoClient client;
    private final MongoDatabase database;
    private final TransactionOptions options;
    private final Duration life;
    private final ClientSession first;
    private @Nullable ClientSession next;
    private @Nullable BsonTimestamp since;
    private long begun = System.nanoTime();

    /**
     * @param life after which a transaction is not used any more
     * @param first the session of the first transaction, in which nothing was asked yet
     */
    LongRead(
            MongoClient client,
            MongoDatabase database,
            TransactionOptions options,
            Duration life,
            ClientSession first) {
        this.client = client;
        this.database = database;
        this.options = options;
        this.life = life;
        this.first = first;
    }

    /** That of the transaction of now. */
    ClientSession session() {
        return next == null ? first : next;
    }

    /** To be called before every scan. */
    void beforeScan() {
        if (session().getOperationTime() != null) {
            goOn();
            return;
        }
        since = database.runCommand(new Document("ping", 1)).get("operationTime", BsonTimestamp.class);
        first.advanceOperationTime(since);
        begun = System.nanoTime();
    }

    /** Throws {@link Unavailable} if somebody has written. Does nothing while the transaction lives, or if it cannot go on. */
    void goOn() {
        BsonTimestamp start = since;
        if (start == null || System.nanoTime() - begun < life.toNanos()) {
            return;
        }
        BsonTimestamp reached = session().getOperationTime();
        close();
        ClientSession session = client.startSession();
        next = session;
        session.advanceOperationTime(reached);
        session.startTransaction(options);
        begun = System.nanoTime();
        // any question gives the transaction its snapshot, and the session a time that is not before it
        database.getCollection(StoreSchema.FACTS).find(session).first();
        if (changed(start, session.getOperationTime())) {
            throw new Unavailable(
                    "somebody wrote while everything was read, which took longer than a transaction may", null);
        }
    }

    private boolean changed(BsonTimestamp start, @Nullable BsonTimestamp upTo) {
        try (ClientSession looking = client.startSession()) {
            looking.advanceOperationTime(upTo);
            try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes = database.watch(looking)
                    .startAtOperationTime(start)
                    .maxAwaitTime(NO_WAIT, TimeUnit.MILLISECONDS)
                    .cursor()) {
                for (var change = changes.tryNext(); change != null; change = changes.tryNext()) {
                    BsonTimestamp time = change.getClusterTime();
                    if (time == null || time.compareTo(start) > 0) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    /** Ends what came after the first transaction. */
    @Override
    public void close() {
        if (next != null) {
            next.close();
            next = null;
        }
    }
}
