package dev.atlas.cli.storage;

import dev.atlas.cli.storage.Faults.Fault;
import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.PortCalls;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.domain.storage.Term;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A real store on a bad day. */
final class FaultyStorage extends ForwardingStorage {

    /** Reads are many, and one that fails is of less interest. */
    private static final double READS = 0.1;

    private static final int LATE = 20_000_000;
    private static final int CALLS = 4;

    private final Faults faults;

    FaultyStorage(Storage storage, Faults faults) {
        super(storage);
        this.faults = faults;
    }

    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        return written(work, disturbed -> super.write(disturbed));
    }

    @Override
    public <R> Committed<R> write(Term term, Function<? super Repositories, R> work) {
        return written(work, disturbed -> super.write(term, disturbed));
    }

    @Override
    public <R> Committed<R> enter(Term next, Duration patience, Function<? super Repositories, R> work) {
        return written(work, disturbed -> super.enter(next, patience, disturbed));
    }

    private <R> Committed<R> written(
            Function<? super Repositories, R> work, Function<Function<Repositories, R>, Committed<R>> write) {
        refuse(1);
        Function<Repositories, R> whole = work::apply;
        if (faults.happens(Fault.BROKEN, 1)) {
            return write.apply(broken(work));
        }
        Committed<R> committed = write.apply(whole);
        if (faults.happens(Fault.LOST, 1)) {
            throw new UnknownOutcome("the answer is lost", null);
        }
        return committed;
    }

    /** Ends after some of the calls, at the latest when all is done and not committed yet. */
    private <R> Function<Repositories, R> broken(Function<? super Repositories, R> work) {
        int most = faults.number(CALLS);
        return repositories -> {
            AtomicInteger calls = new AtomicInteger();
            R value = work.apply(PortCalls.through(repositories, (port, operation, arguments, call) -> {
                if (calls.incrementAndGet() > most) {
                    throw broken();
                }
                return call.get();
            }));
            if (calls.get() <= most) {
                throw broken();
            }
            return value;
        };
    }

    private static StorageException broken() {
        return new Unavailable("the unit is broken off", null);
    }

    private void refuse(double likelihood) {
        if (faults.happens(Fault.UNAVAILABLE, likelihood)) {
            throw new Unavailable("the engine is away", null);
        }
        if (faults.happens(Fault.SLOW, likelihood)) {
            LockSupport.parkNanos(faults.number(LATE));
        }
    }

    private <R> R asked(Supplier<R> question) {
        refuse(READS);
        return question.get();
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        refuse(READS);
        return super.read(work);
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        refuse(READS);
        return super.readAsync(work);
    }

    @Override
    public ChangeFeed changes() {
        ChangeFeed feed = super.changes();
        return new ChangeFeed() {
            @Override
            public Position position() {
                return asked(feed::position);
            }

            @Override
            public Changes read(Position after, int limit, Duration patience) {
                return asked(() -> feed.read(after, limit, patience));
            }

            @Override
            public Advance advance(Position after, @Nullable Stretch stretch, int most) {
                return asked(() -> feed.advance(after, stretch, most));
            }
        };
    }
}
