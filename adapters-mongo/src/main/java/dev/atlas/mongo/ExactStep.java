package dev.atlas.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.domain.storage.StretchRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Everything that differs between two times of the cluster, exact at the later one, without a snapshot: MongoDB does not
 * tell at which time the snapshot of a transaction is. Records are read at some time, and then the change stream is
 * followed to a time after that: those it names are as its events say, all others as they were read.
 *
 * @param pipeline which events concern us
 */
record ExactStep(MongoClient client, MongoDatabase database, List<Bson> pipeline) {

    /** How long a stream that was read to its end waits to find that it was the end. */
    private static final Duration NO_WAIT = Duration.ofMillis(10);

    /** What was read up to {@code end}. {@code complete} is false if the stream cannot tell all, or tells too much. */
    record Read(RecordImages images, @Nullable StretchRecords found, BsonTimestamp end, boolean complete) {}

    Read run(BsonTimestamp after, @Nullable Stretch stretch, int most) {
        List<StoredRecord> rows = stretch == null ? List.of() : scan(after, stretch);
        RecordImages images = new RecordImages();
        BsonTimestamp reached = after;
        while (true) {
            BsonTimestamp end = now();
            boolean complete = follow(images, reached, end, most);
            reached = end;
            Map<Kind, Set<RecordKey>> open = images.takeToRead();
            if (!complete || open.isEmpty()) {
                return new Read(images, found(images, stretch, rows), end, complete);
            }
            open.forEach((kind, keys) -> find(end, kind, keys).forEach(images::read));
        }
    }

    /** Takes what lies between. An answer without events means that the server has read the oplog to its end. */
    private boolean follow(RecordImages images, BsonTimestamp after, BsonTimestamp end, int most) {
        if (after.compareTo(end) >= 0) {
            return true;
        }
        try (ClientSession session = at(end);
                MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> events = database.watch(
                                session, pipeline, BsonDocument.class)
                        .startAtOperationTime(new BsonTimestamp(after.getValue() + 1))
                        .maxAwaitTime(NO_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                        .cursor()) {
            for (var event = events.tryNext(); event != null; event = events.tryNext()) {
                if (Objects.requireNonNull(event.getClusterTime()).compareTo(end) > 0) {
                    return true;
                }
                if (!images.take(event) || images.count() > most) {
                    return false;
                }
            }
            return true;
        }
    }

    private static @Nullable StretchRecords found(
            RecordImages images, @Nullable Stretch stretch, List<StoredRecord> rows) {
        if (stretch == null) {
            return null;
        }
        Kind kind = stretch.kind();
        RecordKey upTo = rows.size() < stretch.rows() ? null : rows.getLast().key();
        return new StretchRecords(kind, stretch.after(), images.over(kind, rows, stretch.after(), upTo), upTo);
    }

    private List<StoredRecord> scan(BsonTimestamp since, Stretch stretch) {
        Kind kind = stretch.kind();
        RecordKey after = stretch.after();
        Bson range = after == null ? Filters.empty() : Filters.gt(Documents.ID, Documents.key(kind, after.raw()));
        try (ClientSession session = at(since)) {
            return collection(kind)
                    .find(session, range)
                    .sort(Sorts.ascending(Documents.ID))
                    .limit(stretch.rows())
                    .batchSize(stretch.rows())
                    .map(document -> new StoredRecord(kind, Documents.read(kind, document)))
                    .into(new ArrayList<>());
        }
    }

    private List<StoredRecord> find(BsonTimestamp since, Kind kind, Collection<RecordKey> keys) {
        var raw = keys.stream().map(key -> Documents.key(kind, key.raw())).toList();
        try (ClientSession session = at(since)) {
            return collection(kind)
                    .find(session, Filters.in(Documents.ID, raw))
                    .map(document -> new StoredRecord(kind, Documents.read(kind, document)))
                    .into(new ArrayList<>());
        }
    }

    /** A session that sees everything up to {@code time}. */
    private ClientSession at(BsonTimestamp time) {
        ClientSession session = client.startSession();
        session.advanceOperationTime(time);
        return session;
    }

    private BsonTimestamp now() {
        return StoreFeed.now(database);
    }

    private MongoCollection<BsonDocument> collection(Kind kind) {
        return database.getCollection(kind.name(), BsonDocument.class).withReadConcern(ReadConcern.MAJORITY);
    }
}
