package dev.atlas.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.atlas.domain.storage.Kind;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Makes a transaction that adds a reference to a row conflict with one that removes the row; without that, each would be
 * committed having seen the state before the other (write skew), and an orphan would remain. MongoDB only notices two
 * transactions that write the same document, so both write one:
 *
 * <ul>
 *   <li>Who adds a reference counts up the lock document of the parent and of the {@linkplain Unit#place() place} of the
 *       unit. Two units of one node never have the same place, so children of one parent are added side by side; units
 *       of two nodes rarely meet, and then one is run again.
 *   <li>Who removes the parent deletes all its lock documents. One that this snapshot does not show yet would slip
 *       through: so whoever makes a lock document also changes the parent's own document, which its removal deletes.
 * </ul>
 *
 * A parent has at most {@value #PLACES} lock documents, mostly one; they go with it.
 */
record ReferenceLocks(MongoDatabase database) {

    /** The collection of the lock documents. */
    static final String COLLECTION = "reference_locks";

    /** What a lock document says it belongs to; indexed. */
    static final String PARENT = "parent";

    private static final int PLACES = 32;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** To be called after the parent was seen to be there. */
    void adding(Unit unit, Kind parent, Object key) {
        ClientSession session = unit.session();
        String owner = owner(parent, key);
        BsonValue made = locks().updateOne(
                        session,
                        Filters.eq(Documents.ID, owner + "/" + unit.place() % PLACES),
                        Updates.combine(Updates.inc("count", 1L), Updates.setOnInsert(PARENT, owner)),
                        UPSERT)
                .getUpsertedId();
        if (made != null) {
            database.getCollection(parent.name())
                    .updateOne(
                            session, Filters.eq(Documents.ID, Documents.key(parent, key)), Updates.inc(COLLECTION, 1L));
        }
    }

    /** To be called in the transaction that also deletes the documents of these parents. */
    void removing(Unit unit, Kind parent, List<?> keys) {
        List<String> owners = keys.stream().map(key -> owner(parent, key)).toList();
        locks().deleteMany(unit.session(), Filters.in(PARENT, owners));
    }

    private static String owner(Kind parent, Object key) {
        return parent.name() + "/" + key;
    }

    private MongoCollection<BsonDocument> locks() {
        return database.getCollection(COLLECTION, BsonDocument.class);
    }
}
