package dev.atlas.api.bots.inbox;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The store of a node that dies in the middle of a write: nothing that it does from then on gets anywhere. */
final class DyingStorage extends ForwardingStorage {

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final boolean after;

    /** @param after true if the write in which it dies is committed all the same */
    DyingStorage(Storage storage, boolean after) {
        super(storage);
        this.after = after;
    }

    /** Dies in its n-th write from now on, counted from 1. */
    void diesIn(int writes) {
        left.set(writes);
    }

    boolean dead() {
        return left.get() <= 0;
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        requireLife();
        if (left.decrementAndGet() > 0) {
            return super.write(work);
        }
        if (after) {
            super.write(work);
        }
        throw gone();
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        requireLife();
        return super.read(work);
    }

    private void requireLife() {
        if (dead()) {
            throw gone();
        }
    }

    private static StorageException gone() {
        return new StorageException.Unavailable("this node is dead", null);
    }
}
