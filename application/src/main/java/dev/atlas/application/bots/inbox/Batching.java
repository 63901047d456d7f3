package dev.atlas.application.bots.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Has what many threads want at the same moment done together, by one of them, so that all of it costs one unit of work. What is
 * wanted is never done before it is asked for, so whoever asks sees all that was there then. Safe for many threads.
 *
 * @param <I> what is wanted
 * @param <O> what comes of it
 */
public final class Batching<I, O> {

    private record Wanted<I, O>(I what, CompletableFuture<O> done) {}

    private final int most;
    private final Function<List<I>, List<O>> work;
    private final Deque<Wanted<I, O>> waiting = new ArrayDeque<>();
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param most how much is done at once
     * @param work answers one for each, in their order; what it throws is thrown at all of them
     */
    public Batching(int most, Function<List<I>, List<O>> work) {
        this.most = most;
        this.work = work;
    }

    /** Does it, with what others want, and waits for that. Throws what the work throws. */
    public O ask(I what) {
        Wanted<I, O> mine = new Wanted<>(what, new CompletableFuture<>());
        synchronized (waiting) {
            waiting.add(mine);
        }
        turn.lock();
        try {
            while (!mine.done().isDone()) {
                doSome();
            }
        } finally {
            turn.unlock();
        }
        return outcome(mine.done());
    }

    /** How many wait until those before them are done with. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void doSome() {
        List<Wanted<I, O>> batch = next();
        try {
            List<O> answers = work.apply(batch.stream().map(Wanted::what).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).done().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(each -> each.done().completeExceptionally(e));
        }
    }

    private List<Wanted<I, O>> next() {
        List<Wanted<I, O>> batch = new ArrayList<>();
        synchronized (waiting) {
            while (batch.size() < most && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
        }
        return batch;
    }

    private static <O> O outcome(CompletableFuture<O> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
