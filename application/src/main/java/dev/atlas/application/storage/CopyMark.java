package dev.atlas.application.storage;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a copy has put into a store, written in the same transactions that put it. It tells a copy that goes on how far the
 * one before it came, and everybody else whether the store is whole.
 *
 * @param source the store, or the store an export was made of
 * @param origin where that is, for people, without a password
 * @param schema fingerprint of both stores
 * @param progress by the names of kinds; kinds not begun are absent
 */
record CopyMark(
        Id<Storage> source,
        String origin,
        String schema,
        State state,
        Map<String, Progress> progress,
        Instant startedAt,
        Instant updatedAt) {

    /** How a copy stands. */
    enum State {
        /** Each kind holds exactly the records up to its last key, without their forward references or with them. */
        COPYING,
        /** What was put before is being brought to a newer state of the source; digests say nothing. */
        REPAIRING,
        /** The store holds exactly what its digests say, and was proven to. */
        COMPLETE
    }

    /**
     * How far one kind is.
     *
     * @param last the greatest key put; null once complete
     * @param tally of detached records while copying, of whole ones once complete
     */
    record Progress(@Nullable RecordKey last, Tally tally) {

        static final Progress NONE = new Progress(null, Tally.EMPTY);
    }

    CopyMark {
        progress = Map.copyOf(progress);
    }

    Progress of(String kind) {
        return progress.getOrDefault(kind, Progress.NONE);
    }

    CopyMark with(String kind, Progress reached, Instant now) {
        Map<String, Progress> all = new HashMap<>(progress);
        all.put(kind, reached);
        return new CopyMark(source, origin, schema, state, all, startedAt, now);
    }

    CopyMark with(State next, Map<String, Progress> reached, Instant now) {
        return new CopyMark(source, origin, schema, next, reached, startedAt, now);
    }

    /** True if it is about the same source in the same shape. */
    boolean continues(Origin other) {
        return source.equals(other.store()) && schema.equals(other.schema());
    }
}
