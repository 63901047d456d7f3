package dev.atlas.cli.storage;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Term;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A store that takes nothing, and does not tell its term, while it is broken. */
final class BreakingStorage extends ForwardingStorage {

    private final BooleanSupplier broken;

    /** @param broken is asked with every call */
    BreakingStorage(Storage storage, BooleanSupplier broken) {
        super(storage);
        this.broken = broken;
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        refuse();
        return super.write(work);
    }

    @Override
    public <R> Committed<R> write(Term term, Function<? super Repositories, R> work) {
        refuse();
        return super.write(term, work);
    }

    @Override
    public Term renew() {
        refuse();
        return super.renew();
    }

    private void refuse() {
        if (broken.getAsBoolean()) {
            throw new Unavailable("the engine is away", null);
        }
    }
}
