package dev.atlas.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.StoredKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Every kind as plain records, by bulk writes. */
record DocumentRecords(CurrentUnit<Unit> unit, MongoDatabase database) implements Records {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    @Override
    public List<Kind> kinds() {
        return StoredKinds.all();
    }

    @Override
    public List<StoredRecord> scan(Kind kind, @Nullable RecordKey after, int limit) {
        unit.reading().beforeScan();
        Bson range = after == null ? Filters.empty() : Filters.gt(Documents.ID, Documents.key(kind, after.raw()));
        return records(
                kind,
                find(kind, range)
                        .sort(Sorts.ascending(Documents.ID))
                        .limit(limit)
                        .batchSize(limit));
    }

    @Override
    public List<StoredRecord> find(Kind kind, Collection<RecordKey> keys) {
        return records(kind, find(kind, Filters.in(Documents.ID, raw(kind, keys))));
    }

    @Override
    public void put(Kind kind, List<StoredRecord> records) {
        ClientSession session = unit.writing().session();
        List<ReplaceOneModel<BsonDocument>> writes = new ArrayList<>(records.size());
        for (StoredRecord each : records) {
            BsonDocument document = Documents.write(kind, each.values());
            writes.add(new ReplaceOneModel<>(Filters.eq(Documents.ID, document.get(Documents.ID)), document, UPSERT));
        }
        if (!writes.isEmpty()) {
            references().mustExist(kind, records);
            collection(kind).bulkWrite(session, writes);
        }
    }

    @Override
    public void erase(Kind kind, Collection<RecordKey> keys) {
        references().remove(kind, keys);
    }

    private DocumentReferences references() {
        return new DocumentReferences(unit, database);
    }

    @Override
    public long count(Kind kind) {
        CountOptions byKey = new CountOptions().hint(new BsonDocument(Documents.ID, new BsonInt32(1)));
        return collection(kind).countDocuments(unit.reading().session(), Filters.empty(), byKey);
    }

    private FindIterable<BsonDocument> find(Kind kind, Bson filter) {
        return collection(kind).find(unit.reading().session(), filter);
    }

    private static List<StoredRecord> records(Kind kind, FindIterable<BsonDocument> documents) {
        return documents
                .map(document -> new StoredRecord(kind, Documents.read(kind, document)))
                .into(new ArrayList<>());
    }

    private static List<BsonValue> raw(Kind kind, Collection<RecordKey> keys) {
        return keys.stream().map(key -> Documents.key(kind, key.raw())).toList();
    }

    private MongoCollection<BsonDocument> collection(Kind kind) {
        return database.getCollection(kind.name(), BsonDocument.class);
    }
}
