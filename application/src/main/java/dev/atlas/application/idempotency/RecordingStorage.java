package dev.atlas.application.idempotency;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import java.util.function.Function;

/** The store as use cases see it: what they write for a request that may come again takes its answer along. */
public final class RecordingStorage extends ForwardingStorage {

    public RecordingStorage(Storage storage) {
        super(storage);
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        if (!Recording.CURRENT.isBound()) {
            return super.write(work);
        }
        Recording<?> recording = Recording.CURRENT.get();
        Committed<R> done = super.write(repositories -> {
            R value = work.apply(repositories);
            recording.record(repositories, value);
            return value;
        });
        recording.committed();
        return done;
    }
}
