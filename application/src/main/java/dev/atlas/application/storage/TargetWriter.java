package dev.atlas.application.storage;

import dev.atlas.application.storage.CopyMark.State;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Writes ranges to a target, each in one transaction with the mark that says so. For one thread at a time. */
final class TargetWriter {

    private final Storage target;
    private final Clock clock;
    private CopyMark mark;

    TargetWriter(Storage target, Clock clock, CopyMark mark) {
        this.target = target;
        this.clock = clock;
        this.mark = mark;
    }

    CopyMark mark() {
        return mark;
    }

    /** Puts records and moves the mark on. */
    void put(Kind kind, List<StoredRecord> records, CopyMark.Progress reached) {
        write(mark.with(kind.name(), reached, now()), repositories -> repositories.put(kind, records));
    }

    /** Changes records that lie before the mark; from now on its digests say nothing. */
    void repair(Consumer<Records> change) {
        write(mark.with(State.REPAIRING, mark.progress(), now()), change);
    }

    /** Puts the mark alone. */
    void put(State state, Map<String, CopyMark.Progress> progress) {
        write(mark.with(state, progress, now()), records -> {});
    }

    /** Adds to records what {@code change} says, where they are. */
    void restore(Kind kind, List<RecordKey> keys, UnaryOperator<StoredRecord> change) {
        target.write(repositories -> {
            Records records = repositories.records();
            records.put(kind, records.find(kind, keys).stream().map(change).toList());
            return true;
        });
    }

    private void write(CopyMark next, Consumer<Records> change) {
        target.write(repositories -> {
            change.accept(repositories.records());
            CopyMarks.put(repositories.records(), next);
            return true;
        });
        mark = next;
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
