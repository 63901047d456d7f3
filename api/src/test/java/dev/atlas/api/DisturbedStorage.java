package dev.atlas.api;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A real store whose answers can be lost and whose writes can be held back. */
public final class DisturbedStorage extends ForwardingStorage {

    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger readsToRefuse = new AtomicInteger();
    private final AtomicInteger spare = new AtomicInteger();
    private volatile @Nullable CountDownLatch held;
    private volatile boolean full;
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    public DisturbedStorage(Storage storage) {
        super(storage);
    }

    /** The next write is committed, and its answer lost; then the store does not answer {@code reads} reads. */
    public void loseAnswer(int reads) {
        answersToLose.set(1);
        readsToRefuse.set(reads);
    }

    /** There is no space left, or there is again. */
    public void fill(boolean full) {
        this.full = full;
    }

    /** So many more writes still find a place in a store that is full. */
    public void spare(int writes) {
        spare.set(writes);
    }

    /** Writes wait until the latch is open. */
    public void hold(CountDownLatch latch) {
        hold(latch, 1);
    }

    /** Writes wait until the latch is open; {@link #arrived} opens when {@code writes} of them wait. */
    public void hold(CountDownLatch latch, int writes) {
        arrived = new CountDownLatch(writes);
        held = latch;
    }

    /** Opens when as many writes wait as were asked for. */
    public CountDownLatch arrived() {
        return arrived;
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        CountDownLatch latch = held;
        if (latch != null) {
            arrived.countDown();
            await(latch);
        }
        if (full && spare.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            throw new StorageException.Full("the disk is full", null);
        }
        Committed<R> committed = super.write(work);
        if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StorageException.UnknownOutcome("the answer is lost", null);
        }
        return committed;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException.Unavailable("interrupted", e);
        }
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        if (answersToLose.get() == 0 && readsToRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StorageException.Unavailable("the engine is away", null);
        }
        return super.read(work);
    }
}
