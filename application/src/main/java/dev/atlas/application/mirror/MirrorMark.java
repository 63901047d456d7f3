package dev.atlas.application.mirror;

import dev.atlas.application.storage.Origin;
import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store mirrors and how far, written in the same transactions that bring it on. So whoever goes on after a crash
 * finds exactly what was taken over.
 *
 * @param source the primary
 * @param origin where that is, for people, without a password
 * @param schema fingerprint of both stores
 * @param position of the primary's feed at which the mirror is exact, as far as it goes
 * @param ahead how many transactions beyond that the primary was known to hold when it was last heard of, which {@code
 *     updatedAt} tells; it may have held more
 * @param kind the one at hand; null while erasing and while following
 * @param upTo the last key of {@code kind} that is done; null at its beginning
 * @param records put by copying so far
 * @param verification the last that came to its end; null if none did
 */
record MirrorMark(
        Id<Storage> source,
        String origin,
        String schema,
        State state,
        Position position,
        long ahead,
        @Nullable String kind,
        @Nullable RecordKey upTo,
        long records,
        @Nullable MirrorVerification verification,
        Instant startedAt,
        Instant updatedAt) {

    /** What is being done to the mirror. */
    enum State {
        /** It could not be brought on, and is emptied to be copied anew. */
        ERASING,
        /** It holds all kinds before the one at hand, and of that the records up to a key. */
        COPYING,
        /** It holds the kind at hand whole, but later records of it are put in relation with earlier ones only up to a key. */
        LINKING,
        /** It holds everything. */
        FOLLOWING,
        /** It holds everything as it was at its position, and follows no more. */
        DETACHED;

        /** The word for it that stores keep and people read. */
        String word() {
            return Words.of(this);
        }
    }

    /** Of a mirror of {@code primary} that begins now, in this state and at this position. */
    static MirrorMark first(Origin primary, State state, Position position, Instant now) {
        return new MirrorMark(
                primary.store(), primary.name(), primary.schema(), state, position, 0, null, null, 0, null, now, now);
    }

    /** The same at another position. */
    MirrorMark at(Position reached, Instant now) {
        return new MirrorMark(
                source, origin, schema, state, reached, 0, kind, upTo, records, verification, startedAt, now);
    }

    /** The same when the primary is known to hold so much more. */
    MirrorMark behind(long transactions, Instant now) {
        return new MirrorMark(
                source,
                origin,
                schema,
                state,
                position,
                transactions,
                kind,
                upTo,
                records,
                verification,
                startedAt,
                now);
    }

    /** The same in another state, {@code more} records later. */
    MirrorMark in(State next, @Nullable Kind hand, @Nullable RecordKey reached, long more) {
        return new MirrorMark(
                source,
                origin,
                schema,
                next,
                position,
                ahead,
                hand == null ? null : hand.name(),
                reached,
                records + more,
                verification,
                startedAt,
                updatedAt);
    }

    /** The same, verified. */
    MirrorMark with(@Nullable MirrorVerification verified) {
        return new MirrorMark(
                source, origin, schema, state, position, ahead, kind, upTo, records, verified, startedAt, updatedAt);
    }
}
