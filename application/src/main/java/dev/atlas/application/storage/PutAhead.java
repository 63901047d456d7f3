package dev.atlas.application.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes one thing after the other while whoever has them written goes on and reads the next: one is being written at most, and
 * the next one begins when it is done. For one thread.
 */
final class PutAhead implements AutoCloseable {

    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
    private Runnable afterwards = () -> {};

    /**
     * Begins once what began before is done.
     *
     * @param afterwards is run by the thread that calls this, when {@code writing} has succeeded
     * @throws RuntimeException with which what began before has failed; then this does not begin
     */
    void begin(Runnable writing, Runnable afterwards) {
        await();
        this.running = CompletableFuture.runAsync(writing, writers);
        this.afterwards = afterwards;
    }

    /** Waits for what has begun. Throws what it has failed with. */
    void await() {
        CompletableFuture<Void> begun = running;
        running = CompletableFuture.completedFuture(null); // whoever is told of a failure is told once
        try {
            begun.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException ours -> throw ours;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
        Runnable next = afterwards;
        afterwards = () -> {};
        next.run();
    }

    /** Waits for what has begun, and throws what it has failed with unless somebody was told. */
    @Override
    public void close() {
        writers.close();
        afterwards = () -> {};
        await();
    }
}
