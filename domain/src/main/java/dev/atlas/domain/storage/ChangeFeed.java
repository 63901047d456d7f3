package dev.atlas.domain.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every committed write touched, in an order that is safe to replay, for whoever keeps up with a store: a mirror, a
 * cache, an event stream. A write made by hand with the engine's own shell or driver is in it as well; one that was rolled
 * back never is. Kinds that do not {@linkplain Kind#moves() move} are left out.
 *
 * <p>It tells which records were touched and not what they became. Whoever replays it reads the records as they are now,
 * and removes those that are gone: that may be done any number of times. A record may be named that is as it was before.
 *
 * <p>Safe for any number of threads, and for any number of followers, each with a place of its own.
 */
public interface ChangeFeed {

    /**
     * The place to begin from with a copy: what was committed before is seen by every unit of work that begins from now
     * on, and everything else comes after it. It may be behind {@link Storage#position()}, which may run ahead of
     * transactions that are still going on.
     */
    Position position();

    /**
     * The transactions after {@code after}, in their order. Waits, for {@code patience} at most, until there is one;
     * answers an empty batch if there is none by then, whose position may have moved on all the same.
     *
     * @param after a position that {@link #position()} or an earlier call answered; that of a {@link Committed} unit can be
     *     ahead of transactions that are still going on, and would miss them
     * @param limit at least 1: the batch ends with the transaction in which the number of touched records reaches it.
     *     Transactions are never cut, so that a batch can hold more
     * @throws StorageException.Unavailable if the engine does not answer, or the store is closed or being closed
     */
    Changes read(Position after, int limit, Duration patience);

    /**
     * What brings a copy that was exact at {@code after} to a later state that is exact too, whoever writes meanwhile. Does
     * not wait: if nothing was committed since, the step holds nothing but what {@code stretch} asks for.
     *
     * <p>A copy of everything is made by the same steps, each with a stretch more: after every one of them what was copied
     * so far is exact.
     *
     * @param after a position that {@link #position()} or an earlier call answered
     * @param stretch what to answer besides, in the same state
     * @param most how many touched records may be told at once; at least 1
     * @throws StorageException.Unavailable if the engine does not answer, or the store is closed or being closed
     * @throws DamagedRecord naming a record to be answered that cannot be read
     */
    Advance advance(Position after, @Nullable Stretch stretch, int most);
}
