package dev.atlas.contract;

import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps up with a store in memory, as a mirror does: a copy of everything first, then the feed. */
final class Replica {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Storage primary;
    private final Map<String, Map<RecordKey, StoredRecord>> records = new TreeMap<>();
    private Position position;

    Replica(Storage primary) {
        this.primary = primary;
        this.position = primary.changes().position();
        this.records.putAll(copy(primary));
    }

    /** Every record that moves, by kind and key, as it is now. */
    static Map<String, Map<RecordKey, StoredRecord>> copy(Storage storage) {
        return storage.read(each -> {
            Map<String, Map<RecordKey, StoredRecord>> all = new TreeMap<>();
            for (Kind kind : each.records().kinds()) {
                if (kind.moves()) {
                    each.records().scan(kind, null, Integer.MAX_VALUE).forEach(found -> of(all, kind)
                            .put(found.key(), found));
                }
            }
            return all;
        });
    }

    /** The transactions after {@code from} that are committed by now, read in batches of about {@code limit} keys. */
    static List<CommittedChanges> after(Storage storage, Position from, int limit) {
        Position end = max(storage.position(), storage.changes().position());
        List<CommittedChanges> all = new ArrayList<>();
        Position reached = from;
        while (reached.compareTo(end) < 0) {
            Changes.Batch batch = batch(storage.changes().read(reached, limit, PATIENCE));
            all.addAll(batch.transactions());
            reached = batch.position();
        }
        return all;
    }

    /** Throws {@link AssertionError} if the feed does not reach back. */
    static Changes.Batch batch(Changes changes) {
        return switch (changes) {
            case Changes.Batch batch -> batch;
            case Changes.Trimmed trimmed -> throw new AssertionError("the feed does not reach back so far");
        };
    }

    /** Reads one batch, if there is one, and takes it over. False if there was none. */
    boolean follow(int limit) {
        Changes.Batch batch = batch(primary.changes().read(position, limit, PATIENCE));
        batch.transactions().forEach(this::take);
        position = batch.position();
        return !batch.transactions().isEmpty();
    }

    boolean hasReached(Position end) {
        return position.compareTo(end) >= 0;
    }

    /** Takes the records that were touched as they are now. */
    private void take(CommittedChanges changes) {
        primary.read(each -> {
            changes.touched().forEach((kind, keys) -> take(each, kind, keys));
            return true;
        });
    }

    private void take(Repositories repositories, Kind kind, Set<RecordKey> keys) {
        Map<RecordKey, StoredRecord> held = of(records, kind);
        held.keySet().removeAll(keys);
        repositories.records().find(kind, keys).forEach(found -> held.put(found.key(), found));
    }

    Map<String, Map<RecordKey, StoredRecord>> records() {
        records.values().removeIf(Map::isEmpty);
        return records;
    }

    private static Map<RecordKey, StoredRecord> of(Map<String, Map<RecordKey, StoredRecord>> all, Kind kind) {
        return all.computeIfAbsent(kind.name(), name -> new LinkedHashMap<>());
    }

    private static Position max(Position one, Position other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
