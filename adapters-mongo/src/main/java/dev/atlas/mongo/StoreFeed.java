package dev.atlas.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.Advance.Reason;
import dev.atlas.domain.storage.Advance.StartOver;
import dev.atlas.domain.storage.Advance.Step;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.persistence.GatheredChanges;
import dev.atlas.persistence.StoredKinds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB's change streams as a feed. A position is a time of the cluster, of which every transaction of a replica set has
 * one of its own that all of its events share. So a stream can begin after any position, and no token need be kept.
 */
final class StoreFeed implements ChangeFeed {

    /** How long a stream that was read to its end waits to find that it was the end. */
    private static final Duration NO_WAIT = Duration.ofMillis(10);

    /** How long one look may wait at most: closing the store waits for it. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Map<String, Kind> KINDS = StoredKinds.moving();

    private static final Bson CONCERNS_US = Aggregates.match(Filters.or(
            Filters.in("ns.coll", KINDS.keySet()),
            Filters.in("operationType", OperationType.DROP_DATABASE.getValue(), OperationType.INVALIDATE.getValue())));

    private static final List<Bson> PIPELINE =
            List.of(CONCERNS_US, Aggregates.project(Projections.exclude("fullDocument", "updateDescription")));

    private final MongoClient client;
    private final MongoDatabase database;
    private final Places places;
    private final Fence fence;

    /** @param fence says of which epoch positions are */
    StoreFeed(MongoClient client, MongoDatabase database, Places places, Fence fence) {
        this.client = client;
        this.database = database;
        this.places = places;
        this.fence = fence;
    }

    @Override
    public Position position() {
        return at(asked(this::now));
    }

    @Override
    public Changes read(Position after, int limit, Duration patience) {
        GatheredChanges.requireLimit(limit);
        long start = System.nanoTime();
        Position from = after;
        while (true) {
            Position next = from;
            Changes found = asked(() -> upToNow(next, limit));
            Duration left = patience.minusNanos(System.nanoTime() - start);
            if (!(found instanceof Changes.Batch batch) || !batch.transactions().isEmpty() || !left.isPositive()) {
                return found;
            }
            from = batch.position();
            awaitAny(from, left.compareTo(LOOK) < 0 ? left : LOOK);
        }
    }

    @Override
    public Advance advance(Position after, @Nullable Stretch stretch, int most) {
        GatheredChanges.requireLimit(most);
        return asked(() -> {
            BsonTimestamp from = new BsonTimestamp(after.sequence());
            if (after.epoch() != fence.term().epoch() || from.compareTo(now()) > 0) {
                return new StartOver(Reason.TRIMMED);
            }
            try {
                return step(new ExactStep(client, database, List.of(CONCERNS_US)).run(from, stretch, most), most);
            } catch (MongoException e) {
                if (StoreErrors.historyLost(e)) {
                    return new StartOver(Reason.TRIMMED);
                }
                throw e;
            }
        });
    }

    private Advance step(ExactStep.Read read, int most) {
        RecordImages images = read.images();
        if (!read.complete()) {
            return new StartOver(images.count() > most ? Reason.TOO_MUCH : Reason.TRIMMED);
        }
        return new Step(at(read.end()), images.transactions(), images.touched(), read.found());
    }

    private void awaitAny(Position after, Duration patience) {
        asked(() -> {
            try (var events = stream(null, after, patience).cursor()) {
                return events.tryNext() != null;
            } catch (MongoException e) {
                if (StoreErrors.historyLost(e)) {
                    return true;
                }
                throw e;
            }
        });
    }

    /** The stream is as old as the server is now when it begins, so that it shows everything up to then. */
    private Changes upToNow(Position after, int limit) {
        BsonTimestamp now = now();
        if (after.epoch() != fence.term().epoch() || after.sequence() > now.getValue()) {
            return new Changes.Trimmed();
        }
        try (ClientSession session = client.startSession()) {
            session.advanceOperationTime(now);
            try (MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> events =
                    stream(session, after, NO_WAIT).cursor()) {
                return upTo(now, events, limit);
            }
        } catch (MongoException e) {
            if (StoreErrors.historyLost(e)) {
                return new Changes.Trimmed();
            }
            throw e;
        }
    }

    /** An answer without events means that the server has read the oplog to its end: so no transaction is cut. */
    private Changes upTo(
            BsonTimestamp end, MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> events, int limit) {
        GatheredChanges gathered = new GatheredChanges();
        @Nullable BsonTimestamp reading = null;
        for (var event = events.tryNext(); event != null; event = events.tryNext()) {
            BsonTimestamp time = Objects.requireNonNull(event.getClusterTime());
            if (time.compareTo(end) > 0) {
                break;
            }
            if (reading != null && !time.equals(reading)) {
                gathered.end(at(reading));
                if (gathered.count() >= limit) {
                    return new Changes.Batch(gathered.transactions(), at(reading));
                }
            }
            reading = time;
            if (!touch(gathered, event)) {
                return new Changes.Trimmed();
            }
        }
        if (reading != null) {
            gathered.end(at(reading));
        }
        return new Changes.Batch(gathered.transactions(), at(end));
    }

    /** False if the event does not say which records are concerned: a collection was dropped or renamed. */
    private static boolean touch(GatheredChanges gathered, ChangeStreamDocument<BsonDocument> event) {
        return switch (event.getOperationType()) {
            case INSERT, UPDATE, REPLACE, DELETE -> {
                String collection = Objects.requireNonNull(event.getNamespace()).getCollectionName();
                Kind kind = Objects.requireNonNull(KINDS.get(collection));
                BsonValue key = Objects.requireNonNull(event.getDocumentKey()).get(Documents.ID);
                gathered.touched(kind, RecordKey.of(ColumnValues.read(kind.key().type(), Objects.requireNonNull(key))));
                yield true;
            }
            case null, default -> false;
        };
    }

    private ChangeStreamIterable<BsonDocument> stream(
            @Nullable ClientSession session, Position after, Duration patience) {
        ChangeStreamIterable<BsonDocument> stream = session == null
                ? database.watch(PIPELINE, BsonDocument.class)
                : database.watch(session, PIPELINE, BsonDocument.class);
        return stream.startAtOperationTime(new BsonTimestamp(after.sequence() + 1))
                .maxAwaitTime(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    }

    private BsonTimestamp now() {
        return now(database);
    }

    /** A time that is not before anything the server has answered so far. */
    static BsonTimestamp now(MongoDatabase database) {
        return database.runCommand(new Document("ping", 1)).get("operationTime", BsonTimestamp.class);
    }

    private Position at(BsonTimestamp time) {
        return new Position(fence.term().epoch(), time.getValue());
    }

    /** Asks in a place of its own, so that the store is not closed meanwhile. */
    private <R> R asked(Supplier<R> question) {
        int place = places.take();
        try {
            return question.get();
        } catch (MongoException e) {
            throw StoreErrors.translate(e);
        } finally {
            places.giveBack(place);
        }
    }
}
