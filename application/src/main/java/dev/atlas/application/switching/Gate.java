package dev.atlas.application.switching;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Holds back whoever comes while it is closed. Those who have passed are not waited for: it spares writes an attempt that
 * would be refused, and it is the fence of the stores that keeps them out. Safe for any number of threads.
 */
final class Gate {

    private volatile CompletableFuture<Boolean> opening = CompletableFuture.completedFuture(true);

    synchronized void close() {
        if (opening.isDone()) {
            opening = new CompletableFuture<>();
        }
    }

    synchronized void open() {
        opening.complete(true);
    }

    boolean isOpen() {
        return opening.isDone();
    }

    /** Waits until it is open. False if it is not by then, or this thread is to end. */
    boolean pass(Duration patience) {
        CompletableFuture<Boolean> awaited = opening;
        try {
            return awaited.isDone() || awaited.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
