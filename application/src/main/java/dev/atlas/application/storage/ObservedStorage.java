package dev.atlas.application.storage;

import dev.atlas.application.Refusal;
import dev.atlas.application.storage.StorageObserver.Purpose;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.PortCalls;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that can be watched, and that knows whether there is room in it. */
public final class ObservedStorage extends ForwardingStorage {

    /** Ports are the same in every unit, so they are wrapped once. */
    private record Watch(StorageObserver observer, Repositories inner, Repositories measured) {}

    private final Storage inner;
    private volatile @Nullable StorageObserver observer;
    private volatile @Nullable Watch watch;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean full;

    public ObservedStorage(Storage storage) {
        super(storage);
        this.inner = storage;
    }

    /** From now on this one is told, in the place of the one before; nobody if null. */
    public void observe(@Nullable StorageObserver observer) {
        this.observer = observer;
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        StorageObserver told = observer;
        if (told == null) {
            return super.read(work);
        }
        long start = System.nanoTime();
        try {
            R value = super.read(measured(told, work));
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
            return super.readAsync(work);
        }
        long start = System.nanoTime();
        return super.readAsync(measured(told, work))
                .whenComplete((value, failure) -> told.unit(Purpose.READ, outcome(failure), System.nanoTime() - start));
    }

    /** True from when a write found no space left until a later one has succeeded and there was {@link Room} for more. */
    public boolean full() {
        return full;
    }

    private <R> Committed<R> noticing(Function<? super Repositories, R> work) {
        try {
            Committed<R> committed = super.write(work);
            if (full && looking.compareAndSet(false, true)) {
                try {
                    full = !Room.isIn(inner);
                } finally {
                    looking.set(false);
                }
            }
            return committed;
        } catch (StorageException.Full e) {
            full = true;
            throw e;
        }
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        StorageObserver told = observer;
        if (told == null) {
            return noticing(work);
        }
        long start = System.nanoTime();
        try {
            Committed<R> committed = noticing(measured(told, work));
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
                known = new Watch(told, repositories, measured(told, repositories));
                watch = known;
            }
            return work.apply(known.measured());
        };
    }

    private static Repositories measured(StorageObserver told, Repositories repositories) {
        return PortCalls.through(repositories, (port, operation, arguments, call) -> {
            long start = System.nanoTime();
            try {
                return call.get();
            } finally {
                told.operation(port, operation, System.nanoTime() - start);
            }
        });
    }

    private static String outcome(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "ok";
            case CompletionException wrapped -> outcome(wrapped.getCause());
            case StorageException.NotFound e -> "not_found";
            case StorageException.Conflict e -> "conflict";
            case StorageException.Invalid e -> "invalid";
            case StorageException.Unavailable e -> "unavailable";
            case StorageException.Full e -> "full";
            case StorageException.Fenced e -> "fenced";
            case StorageException.UnknownOutcome e -> "unknown_outcome";
            case Refusal e -> "refused";
            case InvalidValue e -> "refused";
            default -> "failed";
        };
    }
}
