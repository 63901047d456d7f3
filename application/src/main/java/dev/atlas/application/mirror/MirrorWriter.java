package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.Advance.Step;
import dev.atlas.domain.storage.Advance.Touched;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.storage.StretchRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a mirror on, in one unit of work a step, and only from the mark that the mirror bears: so of two who mirror into
 * one store each step is taken by one.
 *
 * @param kinds all that move, in their order
 */
record MirrorWriter(Storage mirror, List<Kind> kinds) {

    /** Somebody else brings this mirror on. */
    static final String TAKEN = "storage.mirror_taken";

    /**
     * Takes everything over that a step tells, and replaces the mark.
     *
     * @param before the mark that the mirror bears
     * @param after says what of the step it is to hold
     * @throws Conflict if what the mirror holds stands in the way: somebody else has changed it
     * @throws StorageException.UnknownOutcome if it may have been done: the mark tells
     */
    void take(MirrorMark before, MirrorMark after, Step step) {
        Territory territory = new Territory(kinds, after);
        try {
            write(before, after, records -> take(records, territory, step));
        } catch (Conflict first) {
            UniqueValues unique = new UniqueValues(step.touched());
            write(before, after, records -> {
                unique.free(records);
                take(records, territory, step);
            });
        }
    }

    /** Replaces the mark, in one unit of work with {@code change}; {@code before} is null where there is none yet. */
    void write(@Nullable MirrorMark before, MirrorMark after, Consumer<Records> change) {
        mirror.write(repositories -> {
            Records records = repositories.records();
            MirrorMark present = MirrorMarks.find(records).orElse(null);
            if (!Objects.equals(before, present)) {
                throw new WrongState(
                        TAKEN,
                        "Another process mirrors into " + mirror.describe().url() + ".");
            }
            change.accept(records);
            MirrorMarks.put(records, after);
            return true;
        });
    }

    /** Parents before children, and when all are there, what is gone in the reverse order. */
    private void take(Records records, Territory territory, Step step) {
        for (Kind kind : kinds) {
            List<StoredRecord> present = new ArrayList<>();
            StretchRecords found = step.found();
            if (found != null && found.kind().equals(kind)) {
                present.addAll(found.records());
            }
            touched(step, kind).forEach(each -> present.addAll(each.present()));
            records.put(
                    kind,
                    present.stream()
                            .filter(each -> territory.covers(kind, each.key()))
                            .map(territory::held)
                            .toList());
        }
        for (Kind kind : kinds.reversed()) {
            List<RecordKey> gone = new ArrayList<>();
            touched(step, kind).forEach(each -> gone.addAll(each.gone()));
            gone.removeIf(key -> !territory.covers(kind, key));
            records.erase(kind, gone);
        }
    }

    private static List<Touched> touched(Step step, Kind kind) {
        return step.touched().stream().filter(each -> each.kind().equals(kind)).toList();
    }
}
