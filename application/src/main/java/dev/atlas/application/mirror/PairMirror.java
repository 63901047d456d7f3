package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one mirror of a pair: from whichever store is the primary to the other one, unless it is detached. Safe for any number
 * of threads.
 */
final class PairMirror implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PairMirror.class);

    private final Function<Storage, StorePlace> other;
    private final Clock clock;
    private final MirrorListener listener;
    private volatile @Nullable Attached attached;
    private volatile @Nullable MirrorStatus released;
    private boolean detached;
    private boolean closed;

    /** A mirror, and of which store. */
    private record Attached(Mirror mirror, Storage primary) {}

    /** @param other where the other store is than the given one */
    PairMirror(Function<Storage, StorePlace> other, Clock clock, MirrorListener listener) {
        this.other = other;
        this.clock = clock;
        this.listener = listener;
    }

    /** Mirrors this store from now on, if it is not at that already. Does nothing while detached. */
    synchronized void follow(Storage primary) {
        Attached present = attached;
        if (!closed && !detached && (present == null || present.primary() != primary)) {
            end();
            attached = new Attached(Mirror.attach(primary, other.apply(primary), clock, listener), primary);
            released = null;
        }
    }

    /** Ends mirroring until the next {@link #follow}, as the store is about to become the primary. */
    synchronized void release() {
        released = status().map(status -> status.in(Phase.SWITCHING, null)).orElse(null);
        end();
    }

    private void end() {
        Attached present = attached;
        attached = null;
        if (present != null) {
            present.mirror().close();
        }
    }

    /** Throws {@link WrongState} if there is none. */
    Mirror require() {
        Attached present = attached;
        if (present == null) {
            throw new WrongState(StoragePair.NO_PAIR, "The store has no mirror.");
        }
        return present.mirror();
    }

    /** How it stands, or empty if there is none. Asks nobody. */
    Optional<MirrorStatus> status() {
        Attached present = attached;
        return Optional.ofNullable(present == null ? released : present.mirror().status());
    }

    /**
     * Reads in the mirror, whatever it holds by now.
     *
     * @throws Unavailable also if there is none, or it is not open at the moment
     */
    <R> R read(Function<? super Repositories, R> work) {
        Attached present = attached;
        if (present == null) {
            throw new Unavailable("there is no mirror at the moment", null);
        }
        return present.mirror().read(work);
    }

    /** Lets {@link #follow} mirror again. */
    synchronized void attach() {
        detached = false;
    }

    /**
     * Ends mirroring for good.
     *
     * @throws WrongState if there is none, or another node mirrors
     */
    synchronized void detach() {
        Mirror mirror = require();
        if (mirror.status().phase() == Phase.ELSEWHERE) {
            throw elsewhere();
        }
        detached = true;
        attached = null;
        try {
            mirror.detach();
        } catch (CannotOpen e) {
            LOG.warn("The mirror was detached while it is away, so that it does not know of it", e);
        }
    }

    /** The refusal of what only the node that mirrors can do. */
    static WrongState elsewhere() {
        return new WrongState(
                "storage.mirrored_elsewhere",
                "Another node mirrors: ask that one (POST /api/v1/storage/verifications, DELETE /api/v1/storage/mirror).");
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
    }
}
