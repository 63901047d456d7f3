package dev.atlas.application.mirror;

import dev.atlas.application.mirror.MirrorMark.State;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.domain.storage.StretchRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a mirror goes: what of the primary it holds, and what comes next. It grows kind by kind, those others refer to
 * first, and within a kind in the order of keys. A record that refers to a later one of its kind is held without that
 * reference until the kind is whole; then the kind is gone through again.
 *
 * @param kinds all that move, in their order
 */
record Territory(List<Kind> kinds, MirrorMark mark) {

    /** The kind at hand, or null if there is none. */
    private @Nullable Kind hand() {
        return kinds.stream()
                .filter(kind -> kind.name().equals(mark.kind()))
                .findFirst()
                .orElse(null);
    }

    /** What is to be read next; null if everything is held, or nothing is yet to be. */
    @Nullable
    Stretch next(int rows) {
        Kind hand = hand();
        return hand == null ? null : new Stretch(hand, mark.upTo(), rows);
    }

    /** True if it is to grow by what is read next. */
    boolean growing() {
        return hand() != null;
    }

    /** The mark of an empty mirror that is to be filled. */
    MirrorMark beginning() {
        return mark.in(State.COPYING, kinds.getFirst(), null, 0);
    }

    /** The mark once {@code found}, which came next, is held too. */
    MirrorMark with(StretchRecords found) {
        Kind hand = found.kind();
        boolean copying = mark.state() == State.COPYING;
        long more = copying ? found.records().size() : 0;
        if (found.upTo() != null) {
            return mark.in(mark.state(), hand, found.upTo(), more);
        }
        if (copying && hand.toItself() != null) {
            return mark.in(State.LINKING, hand, null, more);
        }
        int next = kinds.indexOf(hand) + 1;
        return next < kinds.size()
                ? mark.in(State.COPYING, kinds.get(next), null, more)
                : mark.in(State.FOLLOWING, null, null, more);
    }

    /** True if a record of this key is held, provided that the primary has it. */
    boolean covers(Kind kind, RecordKey key) {
        return switch (mark.state()) {
            case ERASING -> false;
            case FOLLOWING, DETACHED -> true;
            case COPYING, LINKING -> {
                int place = kinds.indexOf(kind) - kinds.indexOf(hand());
                yield place < 0 || (place == 0 && coversOfHand(key));
            }
        };
    }

    private boolean coversOfHand(RecordKey key) {
        return mark.state() == State.LINKING || (mark.upTo() != null && key.compareTo(mark.upTo()) <= 0);
    }

    /** The record as it can be held: without a reference to one that is not. */
    StoredRecord held(StoredRecord record) {
        Column toItself = record.kind().toItself();
        Object other = toItself == null ? null : record.value(toItself.name());
        return toItself == null || other == null || covers(record.kind(), RecordKey.of(other))
                ? record
                : record.with(toItself.name(), null);
    }
}
