package dev.atlas.cli.storage;

import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does to a store what only hands and failing disks do: small changes, one at a time. */
final class Tampering {

    private static final UUID NIL = new UUID(0, 0);
    private static final long MICROSECOND = 1_000;

    private Tampering() {}

    /** Changes the last column of a record that can be changed at all. */
    static void change(Storage storage, Kind kind, RecordKey key) {
        Column column = kind.columns().reversed().stream()
                .filter(each -> free(kind, each))
                .findFirst()
                .orElseThrow();
        change(storage, kind, key, column);
    }

    /** Changes one column of a record as little as can be. */
    static void change(Storage storage, Kind kind, RecordKey key, Column column) {
        StoredRecord record = find(storage, kind, key);
        StoredRecord changed = record.with(column.name(), nudged(column, record.value(column.name())));
        storage.write(repositories -> {
            repositories.records().put(kind, List.of(changed));
            return true;
        });
    }

    /** The first column of a type, if there is one whose value may be anything. */
    static Optional<Column> first(Kind kind, Type type) {
        return kind.columns().stream()
                .skip(1)
                .filter(column -> column.type() == type && free(kind, column))
                .findFirst();
    }

    private static boolean free(Kind kind, Column column) {
        return column.refersTo() == null
                && switch (column.type()) {
                    case TEXT -> column.nullable() && !SampleValues.bound(kind, column);
                    case BOOLEAN -> !kind.name().equals("checkpoints");
                    default -> !column.equals(kind.key());
                };
    }

    static StoredRecord find(Storage storage, Kind kind, RecordKey key) {
        return storage.read(repositories -> repositories.records().find(kind, List.of(key)))
                .getFirst();
    }

    /** The nearest other value. */
    static Object nudged(Column column, @Nullable Object value) {
        return switch (column.type()) {
            case INTEGER -> value instanceof Long number ? number ^ 1 : 1L;
            case DOUBLE -> value instanceof Double number ? Math.nextUp(number) : 0.5;
            case INSTANT -> value instanceof Instant time ? nudged(time) : Instant.EPOCH;
            case DECIMAL -> value instanceof BigDecimal number ? number.add(number.ulp()) : BigDecimal.ONE;
            case JSON -> value instanceof Json json ? json.patchedWith(Json.parse("x", "{\"x\":1.0}")) : Json.Obj.EMPTY;
            case TEXTS -> value instanceof List<?> texts ? longer(texts) : List.of("x");
            case DOUBLES -> value instanceof SortedMap<?, ?> doubles ? larger(doubles) : new TreeMap<>();
            case ID ->
                value instanceof UUID id ? new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits()) : NIL;
            case TEXT -> value + "x";
            case BOOLEAN -> !Boolean.TRUE.equals(value);
        };
    }

    private static Instant nudged(Instant time) {
        return time.getNano() < MICROSECOND ? time.plusNanos(MICROSECOND) : time.minusNanos(MICROSECOND);
    }

    private static List<Object> longer(List<?> texts) {
        List<Object> longer = new ArrayList<>(texts);
        longer.add("x");
        return longer;
    }

    private static SortedMap<Object, Object> larger(SortedMap<?, ?> doubles) {
        SortedMap<Object, Object> larger = new TreeMap<>();
        larger.putAll(doubles);
        larger.put("x", -0.0);
        return larger;
    }
}
