package dev.atlas.mongo;

import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.UpdateDescription;
import dev.atlas.domain.storage.Advance.Touched;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.persistence.StoredKinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The records that the events of a change stream touch, as they are after the last event taken. Events that add, replace
 * or delete a document say what became of it. One that changes some fields does not: its record is to be read, and what
 * was read is right if no later event touches it before the time of the reading.
 */
final class RecordImages {

    private static final Map<String, Kind> KINDS = StoredKinds.moving();

    /** The records by kind and key, empty where one is gone. */
    private final Map<Kind, Map<RecordKey, Optional<StoredRecord>>> images = new HashMap<>();

    private final Map<Kind, Set<RecordKey>> toRead = new HashMap<>();
    private @Nullable BsonTimestamp last;
    private long transactions;
    private int count;

    /** False if the event does not say which records are concerned: a collection was dropped or renamed. */
    boolean take(ChangeStreamDocument<BsonDocument> event) {
        boolean told =
                switch (event.getOperationType()) {
                    case INSERT, REPLACE -> take(event, event.getFullDocument());
                    case UPDATE -> !changesColumns(event) || take(event, null);
                    case DELETE -> {
                        put(kind(event), key(event), Optional.empty());
                        yield true;
                    }
                    case null, default -> false;
                };
        BsonTimestamp time = event.getClusterTime();
        if (!Objects.equals(time, last)) {
            last = time;
            transactions++;
        }
        return told;
    }

    private boolean take(ChangeStreamDocument<BsonDocument> event, @Nullable BsonDocument document) {
        Kind kind = kind(event);
        if (document == null) {
            put(kind, key(event), Optional.empty());
            toRead.computeIfAbsent(kind, each -> new HashSet<>()).add(key(event));
        } else {
            StoredRecord record = new StoredRecord(kind, Documents.read(kind, document));
            put(kind, record.key(), Optional.of(record));
        }
        return true;
    }

    /** Documents also hold what is no column. */
    private static boolean changesColumns(ChangeStreamDocument<BsonDocument> event) {
        UpdateDescription change = event.getUpdateDescription();
        if (change == null) {
            return true;
        }
        Set<String> fields = new HashSet<>();
        kind(event).columns().forEach(column -> fields.add(Documents.field(kind(event), column.name())));
        Stream<String> updated =
                change.getUpdatedFields() == null ? Stream.of() : change.getUpdatedFields().keySet().stream();
        Stream<String> removed = change.getRemovedFields() == null ? Stream.of() : change.getRemovedFields().stream();
        boolean truncated = change.getTruncatedArrays() != null
                && !change.getTruncatedArrays().isEmpty();
        return truncated
                || Stream.concat(updated, removed)
                        .map(path -> path.split("\\.", 2)[0])
                        .anyMatch(fields::contains);
    }

    private static Kind kind(ChangeStreamDocument<BsonDocument> event) {
        return Objects.requireNonNull(
                KINDS.get(Objects.requireNonNull(event.getNamespace()).getCollectionName()));
    }

    private static RecordKey key(ChangeStreamDocument<BsonDocument> event) {
        BsonValue key = Objects.requireNonNull(event.getDocumentKey()).get(Documents.ID);
        return RecordKey.of(ColumnValues.read(kind(event).key().type(), Objects.requireNonNull(key)));
    }

    private void put(Kind kind, RecordKey key, Optional<StoredRecord> image) {
        if (images.computeIfAbsent(kind, each -> new LinkedHashMap<>()).put(key, image) == null) {
            count++;
        }
        Set<RecordKey> open = toRead.get(kind);
        if (open != null) {
            open.remove(key);
        }
    }

    /** Those of which the events do not say what became of them. They are not told again. */
    Map<Kind, Set<RecordKey>> takeToRead() {
        Map<Kind, Set<RecordKey>> taken = new HashMap<>(toRead);
        taken.values().removeIf(Set::isEmpty);
        toRead.clear();
        return taken;
    }

    /** This record was read. */
    void read(StoredRecord record) {
        put(record.kind(), record.key(), Optional.of(record));
    }

    /** How many records were touched. */
    int count() {
        return count;
    }

    long transactions() {
        return transactions;
    }

    /** All of them, by kinds in their order. */
    List<Touched> touched() {
        List<Touched> touched = new ArrayList<>();
        for (Kind kind : StoredKinds.all()) {
            Map<RecordKey, Optional<StoredRecord>> ours = images.getOrDefault(kind, Map.of());
            if (!ours.isEmpty()) {
                List<RecordKey> gone = ours.entrySet().stream()
                        .filter(each -> each.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
                List<StoredRecord> present =
                        ours.values().stream().flatMap(Optional::stream).toList();
                touched.add(new Touched(kind, present, gone));
            }
        }
        return touched;
    }

    /**
     * What was read before the events were taken, as it is after them.
     *
     * @param upTo the last key; null for no bound
     */
    List<StoredRecord> over(Kind kind, List<StoredRecord> rows, @Nullable RecordKey after, @Nullable RecordKey upTo) {
        TreeMap<RecordKey, StoredRecord> all = new TreeMap<>();
        rows.forEach(each -> all.put(each.key(), each));
        images.getOrDefault(kind, Map.of()).forEach((key, image) -> {
            all.remove(key);
            if ((after == null || key.compareTo(after) > 0) && (upTo == null || key.compareTo(upTo) <= 0)) {
                image.ifPresent(record -> all.put(key, record));
            }
        });
        return List.copyOf(all.values());
    }
}
