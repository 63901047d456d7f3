package dev.atlas.cli.storage;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.StoreDescription;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A store with a defect: it cannot keep more than one record of a kind, and says nothing of it. */
record LosingStorage(Storage storage, String kind) implements Storage {

    private static final int KEPT = 1;

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        return storage.write(repositories -> {
            R value = work.apply(repositories);
            Records records = repositories.records();
            Kind losing = records.kinds().stream()
                    .filter(each -> each.name().equals(kind))
                    .findFirst()
                    .orElseThrow();
            records.scan(losing, null, KEPT + 1).stream()
                    .skip(KEPT)
                    .forEach(record -> records.erase(losing, List.of(record.key())));
            return value;
        });
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
