package dev.atlas.cli.storage;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import java.util.List;
import java.util.function.Function;

/** A store with a defect: it cannot keep more than one record of a kind, and says nothing of it. */
final class LosingStorage extends ForwardingStorage {

    private static final int KEPT = 1;

    private final String kind;

    LosingStorage(Storage storage, String kind) {
        super(storage);
        this.kind = kind;
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        return super.write(repositories -> {
            R value = work.apply(repositories);
            Records records = repositories.records();
            Kind losing = records.kind(kind);
            records.scan(losing, null, KEPT + 1).stream()
                    .skip(KEPT)
                    .forEach(record -> records.erase(losing, List.of(record.key())));
            return value;
        });
    }
}
