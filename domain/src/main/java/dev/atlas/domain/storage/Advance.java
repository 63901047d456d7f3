package dev.atlas.domain.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link ChangeFeed#advance} answers. */
public sealed interface Advance {

    /**
     * Everything that differs. A copy that was exact before, and takes over all of it at once, is exact again: it holds
     * one state of the store.
     *
     * @param position where to go on. That state may hold transactions beyond it already, which then come again
     * @param transactions how many there were since, as far as the log tells them apart
     * @param touched those kinds of which records were touched, those others refer to first
     * @param found what the asked-for stretch holds in the same state; null if none was asked for, or if there was too
     *     much else to tell: ask again from {@code position}
     */
    record Step(
            Position position,
            long transactions,
            List<Touched> touched,
            @Nullable StretchRecords found) implements Advance {

        public Step {
            touched = List.copyOf(touched);
        }

        /** The same without the stretch. */
        public Step alone() {
            return new Step(position, transactions, touched, null);
        }

        /** How many records were touched. */
        public long records() {
            return touched.stream()
                    .mapToLong(each -> each.present().size() + each.gone().size())
                    .sum();
        }
    }

    /**
     * The touched records of a kind.
     *
     * @param present those that are there, as they are
     * @param gone the keys of those that are not
     */
    record Touched(Kind kind, List<StoredRecord> present, List<RecordKey> gone) {

        public Touched {
            present = List.copyOf(present);
            gone = List.copyOf(gone);
        }
    }

    /** There is no way on from that position. The copy must begin anew. */
    record StartOver(Reason reason) implements Advance {}

    /** Why a copy must begin anew. */
    enum Reason {
        /** As {@link Changes.Trimmed} says. */
        TRIMMED,
        /** More records were touched since than were to be told at once. */
        TOO_MUCH
    }
}
