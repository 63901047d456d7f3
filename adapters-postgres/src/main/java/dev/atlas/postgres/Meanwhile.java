package dev.atlas.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that goes on while its caller does something else, at the latest until this is closed. */
final class Meanwhile implements AutoCloseable {

    private final CompletableFuture<Void> work;

    /** Begins at once. */
    Meanwhile(Runnable work) {
        this.work = CompletableFuture.runAsync(
                work,
                task -> Thread.ofVirtual().name("atlas-postgres-meanwhile").start(task));
    }

    /** Waits for its end, and throws what it failed of. */
    @Override
    public void close() {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
