package dev.atlas.application.switching;

import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Fenced;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The store that serves, whichever that is at the time. A write that meets a switch waits until that is over, and is then done
 * in the store that is the primary by then: nobody who writes knows of it. Reads go on meanwhile.
 */
public final class GatedStorage implements Storage {

    /** Which store serves, and in what term: writes are meant for that alone. */
    private record Serving(Storage storage, Term term) {}

    private final Gate gate = new Gate();
    private final WriteWaits waits = new WriteWaits();
    private final Duration patience;
    private volatile Runnable whenFenced = () -> {};
    private volatile Serving serving;

    /** @param patience for how long a write waits at most */
    public GatedStorage(Storage storage, Duration patience) {
        this.serving = new Serving(storage, storage.term());
        this.patience = patience;
    }

    /** Whom to tell, in the thread of the write, that the store was found to be in another term; until {@link #serve} writes wait. */
    public void whenFenced(Runnable reaction) {
        whenFenced = reaction;
    }

    /** Lets writes wait from now on. */
    public void hold() {
        gate.close();
    }

    /** From now on this store serves, in this term; whoever waits goes on there. */
    public void serve(Storage storage, Term term) {
        serving = new Serving(storage, term);
        gate.open();
    }

    /** The store that serves. */
    public Storage primary() {
        return serving.storage();
    }

    /** How long writes had to wait since this was asked the last time. */
    public WriteWaits.Summary waits() {
        return waits.take();
    }

    /**
     * {@inheritDoc}
     *
     * @throws Unavailable also if a switch takes longer than a write waits
     */
    @Override
    public <R> Committed<R> write(Function<? super Repositories, R> work) {
        long start = System.nanoTime();
        boolean waited = false;
        while (true) {
            waited |= !gate.isOpen();
            if (!gate.pass(patience.minusNanos(System.nanoTime() - start))) {
                throw new Unavailable("the primary is being switched, which takes too long", null);
            }
            if (waited) {
                waits.add(System.nanoTime() - start);
            }
            Serving now = serving;
            try {
                return now.storage().write(now.term(), work);
            } catch (Fenced e) {
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw e;
                }
                fenced(now);
            }
        }
    }

    /** Finds out whether the store is in another term by now, as a write would. */
    void look() {
        Serving now = serving;
        if (!now.storage().renew().equals(now.term())) {
            fenced(now);
        }
    }

    private void fenced(Serving found) {
        if (serving.equals(found)) {
            gate.close();
            whenFenced.run();
        }
    }

    @Override
    public <R> Committed<R> write(Term term, Function<? super Repositories, R> work) {
        return serving.storage().write(term, work);
    }

    @Override
    public Term term() {
        return serving.term();
    }

    /** Follows the switches of the primary by itself, so that there is nothing to look at. */
    @Override
    public Term renew() {
        return term();
    }

    /** Whoever begins a term talks to the store itself. */
    @Override
    public <R> Committed<R> enter(Term next, Duration bound, Function<? super Repositories, R> work) {
        throw new UnsupportedOperationException("a term begins in a store, not in whichever serves");
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        return serving.storage().read(work);
    }

    @Override
    public <R> CompletableFuture<R> readAsync(Function<? super Repositories, R> work) {
        return serving.storage().readAsync(work);
    }

    @Override
    public Position position() {
        return serving.storage().position();
    }

    @Override
    public ChangeFeed changes() {
        return new GatedFeed(this::primary);
    }

    @Override
    public StorageLoad load() {
        return serving.storage().load();
    }

    @Override
    public StoreDescription describe() {
        return serving.storage().describe();
    }

    /** Closes the store that serves; whoever opened others closes those. */
    @Override
    public void close() {
        serving.storage().close();
    }
}
