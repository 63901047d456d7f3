package dev.atlas.application.mirror;

import dev.atlas.application.Ids;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.DeferredStorage;
import dev.atlas.application.storage.StoreContents;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.application.switching.WriteWaits;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.Term.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two stores that a process serves from: whichever of them is the primary, the other one is kept its mirror. Both may change
 * places at any time, by this process or by another one. Safe for any number of threads.
 */
public final class ServedPair implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedPair.class);

    /** How long the last writes may take to be taken over, while nobody writes. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    /** How long a switch that another process is at is left to come to its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often is looked whether another process has switched. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final StorePlace place;
    private final Storage store;
    private final StorePlace otherPlace;
    private final Storage other;
    private final Clock clock;
    private final StoragePair pair;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final PairMirror mirror;

    /**
     * Does nothing yet but to look at {@code store}.
     *
     * @param place of {@code store}, which is closed with this
     * @param otherPlace where the other store is, or will be; it may be away
     */
    public ServedPair(StorePlace place, Storage store, StorePlace otherPlace, Ids ids, Clock clock) {
        this(place, store, otherPlace, ids, clock, MirrorListener.SILENT);
    }

    /** @param listener of the mirror */
    public ServedPair(
            StorePlace place, Storage store, StorePlace otherPlace, Ids ids, Clock clock, MirrorListener listener) {
        this.place = place;
        this.store = store;
        this.otherPlace = otherPlace;
        this.other = new DeferredStorage(otherPlace);
        this.clock = clock;
        this.mirror = new PairMirror(this::mirrorPlace, clock, listener);
        this.pair = new StoragePair(store, other, new MirrorSuccession(clock), ids, clock, BOUND);
    }

    /** The primary, whichever of the two that is at the time. Writes wait while it is switched. */
    public Storage storage() {
        return pair.storage();
    }

    /** Where the primary is. */
    public StorePlace primaryPlace() {
        return pair.storage().primary() == store ? place : otherPlace;
    }

    /** Where the other one is. */
    public StorePlace mirrorPlace() {
        return mirrorPlace(pair.storage().primary());
    }

    private StorePlace mirrorPlace(Storage primary) {
        return primary == store ? otherPlace : place;
    }

    private Storage mirrorOf(Storage primary) {
        return primary == store ? other : store;
    }

    /**
     * Finds out which of the two is the primary, and brings to its end what a switch that was broken off has left. A store
     * that holds nothing is none where the other one holds something.
     *
     * @return true if it is the one this was made with
     * @throws WrongState {@link StoragePair#NO_PAIR} if none of the two is the primary
     */
    public boolean settle() {
        return settle(PATIENCE);
    }

    /** The same with how long a switch that somebody else may be at is left to come to its end. */
    public boolean settle(Duration patience) {
        if (store.term().role() == Role.PRIMARY && StoreContents.isEmpty(store) && otherIsUsed()) {
            store.enter(other.term().in(Role.MIRROR), PATIENCE, repositories -> true);
        }
        pair.settle(patience);
        return pair.storage().primary() == store;
    }

    private boolean otherIsUsed() {
        try {
            return other.renew().role() == Role.PRIMARY && !StoreContents.isEmpty(other);
        } catch (StorageException e) {
            LOG.debug("There is no other store yet, or it is away", e);
            return false;
        }
    }

    /** From now on the primary is mirrored into the other store, and switches of other processes are followed. */
    public void start() {
        mirrorPrimary();
        Thread.ofVirtual().name("atlas-served-pair").start(this::looks);
    }

    private void looks() {
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            pair.look();
            mirrorPrimary();
        } catch (StorageException e) {
            LOG.debug("The primary does not answer; it is looked again", e);
        } catch (RuntimeException e) {
            LOG.error("It cannot be told whether the primary was switched; it is looked again", e);
        }
    }

    private synchronized void mirrorPrimary() {
        mirror.follow(pair.storage().primary());
    }

    /** How the mirror stands, or empty if there is none. Asks nobody. */
    public Optional<MirrorStatus> status() {
        return mirror.status();
    }

    /** Has the primary mirrored again after {@link #detach}. Does nothing if it is. */
    public void attach() {
        mirror.attach();
        mirrorPrimary();
    }

    /**
     * Ends mirroring, until {@link #attach} or until the next process starts. The mirror keeps its data and says until when it
     * is true.
     *
     * @throws WrongState if there is no mirror, or another node mirrors
     * @throws StorageException if the primary does not answer; mirroring has ended all the same
     */
    public synchronized void detach() {
        mirror.detach();
    }

    /**
     * Has all of the mirror compared with the primary.
     *
     * @param watcher is told every now and then how the mirror stands, and may end this by throwing
     * @throws WrongState if there is no mirror, it is not ready, or another node mirrors
     */
    public synchronized MirrorVerification verify(Consumer<MirrorStatus> watcher) {
        return proof(watcher).compared().orElseThrow(PairMirror::elsewhere);
    }

    /**
     * How the mirror stands by what it says itself, whoever mirrors. Changes nothing.
     *
     * @throws WrongState {@link MirrorSuccession#NOT_READY} if it could not be switched to
     */
    public MirrorStatus requireReady() {
        Storage primary = pair.storage().primary();
        Storage mirrored = mirrorOf(primary);
        new MirrorSuccession(clock).requireReady(mirrored);
        return MirrorStatus.recorded(primary, mirrored, mirrorPlace())
                .orElseThrow(() -> new WrongState(StoragePair.NO_PAIR, "The other store is no mirror."));
    }

    private MirrorProof proof(Consumer<MirrorStatus> watcher) {
        return new MirrorProof(mirror.require(), mirrorOf(pair.storage().primary()), clock, watcher);
    }

    /**
     * Reads in the mirror, whatever it holds by now.
     *
     * @throws StorageException.Unavailable also if there is none yet, or it is not open at the moment
     */
    <R> R readMirror(Function<? super Repositories, R> work) {
        return mirror.read(work);
    }

    /**
     * Has the mirror take over everything and compared with the primary, and then change places with it. Writes go on
     * until the very last, and wait then.
     *
     * @param watcher is told every now and then how the mirror stands before it is switched to, and may end this by throwing
     * @return how long writes of this process had to wait
     * @throws WrongState if the mirror is not ready; the primary serves on
     * @throws StorageException if a step failed; the primary serves on
     */
    public synchronized WriteWaits.Summary switchOver(Consumer<MirrorStatus> watcher, SwitchListener listener) {
        mirrorPrimary();
        proof(watcher).requireEqual();
        mirror.release();
        try {
            pair.storage().waits();
            pair.switchOver(listener);
            return pair.storage().waits();
        } finally {
            mirrorPrimary();
        }
    }

    /** Ends mirroring; the next process goes on with it. Then nothing can be read or written any more. */
    @Override
    public void close() {
        closed.countDown();
        mirror.close();
        pair.close();
        store.close();
        other.close();
    }
}
