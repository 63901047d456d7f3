package dev.atlas.application.idempotency;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.StoreDescription;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The store as use cases see it: what they write for a request that may come again takes its answer along. */
public record RecordingStorage(Storage storage) implements Storage {

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        if (!Recording.CURRENT.isBound()) {
            return storage.write(work);
        }
        Recording<?> recording = Recording.CURRENT.get();
        Committed<R> done = storage.write(repositories -> {
            R value = work.apply(repositories);
            recording.record(repositories, value);
            return value;
        });
        recording.committed();
        return done;
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
    public Position position() {
        return storage.position();
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
