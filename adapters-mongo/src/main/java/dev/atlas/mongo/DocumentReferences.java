package dev.atlas.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.References;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys, which MongoDB has none of, kept by the transaction that would break them; see {@link ReferenceLocks} for
 * two transactions at the same time. As with {@code on delete restrict} of SQL a removal is refused by what refers to the
 * row before anything goes with it.
 */
final class DocumentReferences implements References {

    private static final String VERSION = "version";
    private static final int CHUNK = 1_000;

    private final CurrentUnit<Unit> unit;
    private final MongoDatabase database;
    private final ReferenceLocks locks;

    DocumentReferences(CurrentUnit<Unit> unit, MongoDatabase database) {
        this.unit = unit;
        this.database = database;
        this.locks = new ReferenceLocks(database);
    }

    @Override
    public void mustExist(Record row) {
        Table<?> table = Table.of(row.getClass());
        List<Reference> references = Reference.from(table.kind());
        if (!references.isEmpty()) {
            List<@Nullable Object> values = values(table, row);
            BsonDocument stored = stored(table.kind(), values);
            references.forEach(reference -> mustExist(reference, values.get(reference.column()), stored));
        }
    }

    /**
     * The same for many records at once, which may also refer to each other. No lock is made for each of them: records are
     * moved where nobody else removes any.
     */
    void mustExist(Kind kind, List<StoredRecord> records) {
        for (Reference reference : Reference.from(kind)) {
            Set<Object> parents = new HashSet<>();
            records.forEach(each -> {
                Object parent = each.values().get(reference.column());
                if (parent != null) {
                    parents.add(parent);
                }
            });
            if (reference.parent().equals(kind)) {
                records.forEach(each -> parents.remove(each.key().raw()));
            }
            mustBeThere(reference.parent(), List.copyOf(parents));
        }
    }

    private void mustBeThere(Kind parent, List<Object> keys) {
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<BsonValue> some = keys.subList(from, Math.min(keys.size(), from + CHUNK)).stream()
                    .map(key -> Documents.key(parent, key))
                    .toList();
            if (keys(parent, Filters.in(Documents.ID, some)).size() < some.size()) {
                throw new Conflict(Conflict.REFERENCE, null);
            }
        }
    }

    /** A reference that stored rows already hold needs no check: what it refers to cannot be removed beside them. */
    private void mustExist(Reference reference, @Nullable Object key, BsonDocument stored) {
        if (key == null) {
            return;
        }
        BsonValue parent = Documents.key(reference.parent(), key);
        if (parent.equals(stored.get(reference.field()))) {
            return;
        }
        if (firstKey(reference.parent(), Filters.eq(Documents.ID, parent)) == null) {
            throw new Conflict(Conflict.REFERENCE, null);
        }
        locks.adding(unit.writing(), reference.parent(), key);
    }

    /** The references of the stored row that {@code values} will replace; empty for a new one, which has version 0. */
    private BsonDocument stored(Kind kind, List<@Nullable Object> values) {
        boolean versioned = kind.columns().stream().map(Column::name).anyMatch(VERSION::equals);
        if (versioned && Objects.equals(values.get(kind.indexOf(VERSION)), 0L)) {
            return new BsonDocument();
        }
        BsonValue key = Documents.key(kind, Objects.requireNonNull(values.getFirst()));
        List<String> fields =
                Reference.from(kind).stream().map(Reference::field).toList();
        BsonDocument found = collection(kind)
                .find(unit.writing().session(), Filters.eq(Documents.ID, key))
                .projection(Projections.include(fields))
                .first();
        return found == null ? new BsonDocument() : found;
    }

    @Override
    public boolean remove(Table<?> table, Object key) {
        Kind kind = table.kind();
        if (firstKey(kind, Filters.eq(Documents.ID, Documents.key(kind, key))) == null) {
            return false;
        }
        removeAll(kind, List.of(key));
        return true;
    }

    /** Removes the rows with these keys, of which some may not be there, and deals with those that refer to them. */
    void remove(Kind kind, Collection<RecordKey> keys) {
        List<Object> raw = keys.stream().map(RecordKey::raw).toList();
        for (int from = 0; from < raw.size(); from += CHUNK) {
            removeAll(kind, raw.subList(from, Math.min(raw.size(), from + CHUNK)));
        }
    }

    /** The rows go before those that refer to them are looked for, so that a circle of references ends. */
    private void removeAll(Kind kind, List<Object> keys) {
        ClientSession session = unit.writing().session();
        List<BsonValue> gone =
                keys.stream().map(key -> Documents.key(kind, key)).toList();
        List<Reference> references = Reference.to(kind);
        references.forEach(reference -> mustNotBeNeeded(reference, gone));
        if (!references.isEmpty()) {
            locks.removing(unit.writing(), kind, keys);
        }
        collection(kind).deleteMany(session, Filters.in(Documents.ID, gone));
        for (Reference reference : references) {
            switch (reference.whenGone()) {
                case REMOVE -> removeChildren(reference, gone);
                case CLEAR ->
                    collection(reference.child())
                            .updateMany(session, Filters.in(reference.field(), gone), Updates.unset(reference.field()));
                case REFUSE -> {}
            }
        }
    }

    private void mustNotBeNeeded(Reference reference, List<BsonValue> parents) {
        if (reference.whenGone() == WhenGone.REFUSE
                && firstKey(reference.child(), Filters.in(reference.field(), parents)) != null) {
            throw new Conflict(Conflict.REFERENCE, null);
        }
    }

    private void removeChildren(Reference reference, List<BsonValue> gone) {
        Kind child = reference.child();
        Bson orphans = Filters.in(reference.field(), gone);
        if (Reference.to(child).isEmpty()) {
            collection(child).deleteMany(unit.writing().session(), orphans);
            return;
        }
        List<Object> keys = keys(child, orphans);
        while (!keys.isEmpty()) {
            removeAll(child, keys);
            keys = keys(child, orphans);
        }
    }

    private @Nullable BsonDocument firstKey(Kind kind, Bson filter) {
        return collection(kind)
                .find(unit.writing().session(), filter)
                .projection(Projections.include(Documents.ID))
                .first();
    }

    private List<Object> keys(Kind kind, Bson filter) {
        return collection(kind)
                .find(unit.writing().session(), filter)
                .projection(Projections.include(Documents.ID))
                .limit(CHUNK)
                .map(document ->
                        ColumnValues.read(kind.key().type(), Objects.requireNonNull(document.get(Documents.ID))))
                .into(new ArrayList<>());
    }

    private MongoCollection<BsonDocument> collection(Kind kind) {
        return database.getCollection(kind.name(), BsonDocument.class);
    }

    private static <R extends Record> List<@Nullable Object> values(Table<R> table, Record row) {
        return table.values(table.row().cast(row));
    }
}
