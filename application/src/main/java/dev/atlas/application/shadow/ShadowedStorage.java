package dev.atlas.application.shadow;

import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store of whose reads some can be compared with a mirror. */
public final class ShadowedStorage extends ForwardingStorage {

    private volatile @Nullable ShadowReads reads;

    public ShadowedStorage(Storage storage) {
        super(storage);
    }

    /** From now on these are told what is asked; nobody if null. */
    void compare(@Nullable ShadowReads told) {
        reads = told;
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        ShadowReads told = reads;
        return told == null || !told.chosen() ? super.read(work) : super.read(noted(told, work));
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        ShadowReads told = reads;
        return told == null || !told.chosen() ? super.readAsync(work) : super.readAsync(noted(told, work));
    }

    private static <R> Function<Repositories, R> noted(ShadowReads told, Function<? super Repositories, R> work) {
        return repositories -> {
            AskedQuestions asked = new AskedQuestions(ShadowReads.QUESTIONS);
            R value = work.apply(asked.of(repositories));
            told.offer(asked);
            return value;
        };
    }
}
