package dev.atlas.application.storage;

import dev.atlas.application.storage.Verification.KindResult;
import dev.atlas.domain.storage.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares ranges of a source, in order, with what a target has in them. */
final class Comparison {

    private final KeyedReading target;
    private final Map<String, KindResult> results = new LinkedHashMap<>();
    private final List<Difference> named = new ArrayList<>();
    private long differences;

    Comparison(RecordSource target, List<Kind> kinds) {
        this.target = new KeyedReading(target);
        kinds.forEach(kind -> results.put(kind.name(), new KindResult(kind.name(), 0, 0, 0, "")));
    }

    /**
     * Compares one range.
     *
     * @param records of the source, to name what differs; null if they are not at hand: then a range that differs counts
     *     as one difference
     */
    void compare(RangeSummary range, @Nullable List<EncodedRecord> records) {
        List<EncodedRecord> found = target.in(range);
        long before = differences;
        boolean equal = found.size() == range.rows()
                && found.stream().noneMatch(EncodedRecord::damaged)
                && Digests.of(found, EncodedRecord::text).equals(range.digest());
        if (!equal) {
            if (records == null) {
                differences++;
            } else {
                RecordComparison.compare(records, found, this::add);
            }
        }
        results.computeIfPresent(
                range.kind().name(), (kind, sofar) -> plus(sofar, range, found.size(), differences - before));
    }

    private void add(Difference difference) {
        differences++;
        if (named.size() < StorageVerification.NAMED) {
            named.add(difference);
        }
    }

    private static KindResult plus(KindResult sofar, RangeSummary range, long found, long differing) {
        Tally tally = new Tally(sofar.sourceRecords(), sofar.digest()).plus(range.rows(), range.digest());
        return new KindResult(
                sofar.kind(),
                tally.records(),
                sofar.targetRecords() + found,
                sofar.differences() + differing,
                tally.digest());
    }

    List<KindResult> results() {
        return List.copyOf(results.values());
    }

    List<Difference> named() {
        return named;
    }

    long differences() {
        return differences;
    }
}
