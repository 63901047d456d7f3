package dev.atlas.contract;

import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.Advance.Step;
import dev.atlas.domain.storage.Advance.Touched;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.domain.storage.StretchRecords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A copy in memory that grows by stretches and is exact, as far as it goes, after every step. */
final class ExactCopy {

    /** More records than any test touches. */
    private static final int MOST = 10_000;

    private final Storage primary;
    private final Map<String, Map<RecordKey, StoredRecord>> records = new TreeMap<>();
    private final Deque<Kind> missing = new ArrayDeque<>();
    private @Nullable RecordKey upTo;
    private Position position;

    /** With nothing in it. */
    ExactCopy(Storage primary) {
        this.primary = primary;
        this.position = primary.changes().position();
        primary.read(each -> each.records().kinds()).stream()
                .filter(Kind::moves)
                .forEach(missing::add);
    }

    /** Throws {@link AssertionError} if there is no way on from that position. */
    static Step step(Storage storage, Position after, @Nullable Stretch stretch) {
        return switch (storage.changes().advance(after, stretch, MOST)) {
            case Step step -> step;
            case Advance.StartOver over -> throw new AssertionError("must start over: " + over.reason());
        };
    }

    /** Gets on by one step, with a stretch of {@code rows} while there is something missing. */
    Step next(int rows) {
        Kind kind = missing.peek();
        Step step = step(primary, position, kind == null ? null : new Stretch(kind, upTo, rows));
        StretchRecords found = step.found();
        if (found != null) {
            found.records().forEach(each -> of(found.kind()).put(each.key(), each));
            upTo = found.upTo();
            if (upTo == null) {
                missing.remove();
            }
        }
        step.touched().forEach(this::take);
        position = step.position();
        return step;
    }

    private void take(Touched touched) {
        touched.gone().forEach(of(touched.kind())::remove);
        touched.present().stream()
                .filter(each -> covers(touched.kind(), each.key()))
                .forEach(each -> of(touched.kind()).put(each.key(), each));
    }

    private boolean covers(Kind kind, RecordKey key) {
        return !missing.contains(kind) || (kind.equals(missing.peek()) && upTo != null && key.compareTo(upTo) <= 0);
    }

    /** True once nothing is missing any more. */
    boolean whole() {
        return missing.isEmpty();
    }

    boolean hasReached(Position end) {
        return position.compareTo(end) >= 0;
    }

    /** By kind and key. */
    Map<String, Map<RecordKey, StoredRecord>> records() {
        records.values().removeIf(Map::isEmpty);
        return records;
    }

    /** Null if it is not there. */
    @Nullable
    StoredRecord find(String kind, RecordKey key) {
        return records.getOrDefault(kind, Map.of()).get(key);
    }

    private Map<RecordKey, StoredRecord> of(Kind kind) {
        return records.computeIfAbsent(kind.name(), name -> new TreeMap<>());
    }
}
