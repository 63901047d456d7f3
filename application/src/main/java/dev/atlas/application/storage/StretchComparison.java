package dev.atlas.application.storage;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StretchRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what a store holds, stretch by stretch, with what another one was found to hold. For one thread. */
public final class StretchComparison {

    private final List<Difference> named = new ArrayList<>();
    private Tally tally = Tally.EMPTY;
    private long differences;

    /** Compares {@code source} with the records of {@code target} between the same keys. */
    public void compare(StretchRecords source, Storage target) {
        List<EncodedRecord> here =
                source.records().stream().map(EncodedRecord::of).toList();
        List<EncodedRecord> there = target.read(repositories -> between(repositories.records(), source));
        RecordComparison.compare(here, there, this::add);
        tally = tally.plus(here.size(), Digests.of(here, EncodedRecord::text));
    }

    private void add(Difference difference) {
        differences++;
        if (named.size() < StorageVerification.NAMED) {
            named.add(difference);
        }
    }

    private static List<EncodedRecord> between(Records records, StretchRecords source) {
        List<EncodedRecord> found = new ArrayList<>();
        Kind kind = source.kind();
        RecordKey after = source.after();
        boolean more = true;
        while (more) {
            Scan scan = Scan.of(records, kind, after, Range.ROWS);
            found.addAll(scan.encode());
            after = scan.upTo();
            more = !scan.last() && within(after, source.upTo());
        }
        found.removeIf(each -> !within(each.key(), source.upTo()));
        return found;
    }

    private static boolean within(@Nullable RecordKey key, @Nullable RecordKey upTo) {
        return key != null && (upTo == null || key.compareTo(upTo) <= 0);
    }

    /** How many records of the source were compared. */
    public long records() {
        return tally.records();
    }

    /** How many records differ, are missing or are extra. */
    public long differences() {
        return differences;
    }

    /** The first of them, {@value StorageVerification#NAMED} at most. */
    public List<Difference> named() {
        return List.copyOf(named);
    }

    /** Over the records of the source, in the order in which they were compared. */
    public String digest() {
        return tally.digest();
    }
}
