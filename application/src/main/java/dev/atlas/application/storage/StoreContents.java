package dev.atlas.application.storage;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How many records a store holds.
 *
 * @param counts by the names of kinds, in their order
 */
public record StoreContents(SequencedMap<String, Long> counts) {

    /** The kinds that move, in their order. */
    public static List<Kind> movingKinds(Storage storage) {
        return storage.read(repositories -> repositories.records().kinds()).stream()
                .filter(Kind::moves)
                .toList();
    }

    /** Counts these kinds in one state. */
    public static StoreContents of(Storage storage, List<Kind> kinds) {
        return storage.read(repositories -> {
            Records records = repositories.records();
            SequencedMap<String, Long> counts = new LinkedHashMap<>();
            kinds.forEach(kind -> counts.put(kind.name(), records.count(kind)));
            return new StoreContents(counts);
        });
    }

    /** True if there is no record of any kind that moves. Counts nothing. */
    public static boolean isEmpty(Storage storage) {
        return storage.read(repositories -> {
            Records records = repositories.records();
            return records.kinds().stream().filter(Kind::moves).allMatch(kind -> records.scan(kind, null, 1)
                    .isEmpty());
        });
    }

    long of(Kind kind) {
        return counts.getOrDefault(kind.name(), 0L);
    }

    /** Of all kinds together. */
    public long records() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first kind that holds something else than {@code expected} says, which names none where nothing is expected. */
    public Optional<String> unlike(Map<String, Long> expected) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue()
                        != expected.getOrDefault(each.getKey(), 0L).longValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
