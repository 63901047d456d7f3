package dev.atlas.domain.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passes everything on to another store, for those that change some of it on the way. */
public abstract class ForwardingStorage implements Storage {

    private final Supplier<? extends Storage> storage;

    protected ForwardingStorage(Storage storage) {
        this(() -> storage);
    }

    /** @param storage is asked with every call */
    protected ForwardingStorage(Supplier<? extends Storage> storage) {
        this.storage = storage;
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        return storage.get().read(work);
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        return storage.get().readAsync(work);
    }

    @Override
    public <R> Committed<R> write(Term term, Function<? super Repositories, R> work) {
        return storage.get().write(term, work);
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        return storage.get().write(work);
    }

    @Override
    public Term term() {
        return storage.get().term();
    }

    @Override
    public Term renew() {
        return storage.get().renew();
    }

    @Override
    public <R> Committed<R> enter(Term next, Duration patience, Function<? super Repositories, R> work) {
        return storage.get().enter(next, patience, work);
    }

    @Override
    public <T, R> R fill(List<Kind> kinds, Supplier<T> work, Function<? super T, R> look) {
        return storage.get().fill(kinds, work, look);
    }

    @Override
    public Position position() {
        return storage.get().position();
    }

    @Override
    public ChangeFeed changes() {
        return storage.get().changes();
    }

    @Override
    public StorageLoad load() {
        return storage.get().load();
    }

    @Override
    public StoreDescription describe() {
        return storage.get().describe();
    }

    @Override
    public void close() {
        storage.get().close();
    }
}
