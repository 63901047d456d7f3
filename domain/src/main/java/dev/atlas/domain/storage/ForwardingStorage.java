package dev.atlas.domain.storage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Passes everything on to another store, for those that change some of it on the way. */
public abstract class ForwardingStorage implements Storage {

    private final Storage storage;

    protected ForwardingStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        return storage.read(work);
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        return storage.readAsync(work);
    }

    @Override
    public <R> Committed<R> write(Term term, Function<? super Repositories, R> work) {
        return storage.write(term, work);
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        return storage.write(work);
    }

    @Override
    public Term term() {
        return storage.term();
    }

    @Override
    public Term renew() {
        return storage.renew();
    }

    @Override
    public <R> Committed<R> enter(Term next, Duration patience, Function<? super Repositories, R> work) {
        return storage.enter(next, patience, work);
    }

    @Override
    public Position position() {
        return storage.position();
    }

    @Override
    public ChangeFeed changes() {
        return storage.changes();
    }

    @Override
    public StorageLoad load() {
        return storage.load();
    }

    @Override
    public StoreDescription describe() {
        return storage.describe();
    }

    @Override
    public void close() {
        storage.close();
    }
}
