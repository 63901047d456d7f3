package dev.atlas.application.storage;

import dev.atlas.application.Refusal;
import dev.atlas.application.storage.StorageObserver.Purpose;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.StoreDescription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that can be watched. Costs nothing while nobody does. */
public final class ObservedStorage implements Storage {

    /** Ports are the same in every unit, so they are wrapped once. */
    private record Watch(StorageObserver observer, Repositories inner, Repositories measured) {}

    private final Storage storage;
    private volatile @Nullable StorageObserver observer;
    private volatile @Nullable Watch watch;

    public ObservedStorage(Storage storage) {
        this.storage = storage;
    }

    /** From now on this one is told, in the place of the one before; nobody if null. */
    public void observe(@Nullable StorageObserver observer) {
        this.observer = observer;
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        StorageObserver told = observer;
        if (told == null) {
            return storage.read(work);
        }
        long start = System.nanoTime();
        try {
            R value = storage.read(measured(told, work));
            told.unit(Purpose.READ, outcome(null), System.nanoTime() - start);
            return value;
        } catch (RuntimeException e) {
            told.unit(Purpose.READ, outcome(e), System.nanoTime() - start);
            throw e;
        }
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        StorageObserver told = observer;
        if (told == null) {
            return storage.readAsync(work);
        }
        long start = System.nanoTime();
        return storage.readAsync(measured(told, work))
                .whenComplete((value, failure) -> told.unit(Purpose.READ, outcome(failure), System.nanoTime() - start));
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        StorageObserver told = observer;
        if (told == null) {
            return storage.write(work);
        }
        long start = System.nanoTime();
        try {
            Committed<R> committed = storage.write(measured(told, work));
            told.unit(Purpose.WRITE, outcome(null), System.nanoTime() - start);
            return committed;
        } catch (RuntimeException e) {
            told.unit(Purpose.WRITE, outcome(e), System.nanoTime() - start);
            throw e;
        }
    }

    private <R> Function<Repositories, R> measured(StorageObserver told, Function<? super Repositories, R> work) {
        return repositories -> {
            Watch known = watch;
            if (known == null || known.observer() != told || known.inner() != repositories) {
                known = new Watch(told, repositories, ObservedPorts.of(repositories, told));
                watch = known;
            }
            return work.apply(known.measured());
        };
    }

    private static String outcome(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "ok";
            case CompletionException wrapped -> outcome(wrapped.getCause());
            case StorageException.NotFound e -> "not_found";
            case StorageException.Conflict e -> "conflict";
            case StorageException.Invalid e -> "invalid";
            case StorageException.Unavailable e -> "unavailable";
            case StorageException.Fenced e -> "fenced";
            case StorageException.UnknownOutcome e -> "unknown_outcome";
            case Refusal e -> "refused";
            case InvalidValue e -> "refused";
            default -> "failed";
        };
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
