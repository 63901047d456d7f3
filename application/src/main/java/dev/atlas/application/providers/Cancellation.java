package dev.atlas.application.providers;

import org.jspecify.annotations.Nullable;

/** Ends one call, from any thread, once. */
public final class Cancellation {

    private boolean cancelled;
    private boolean abandoned;
    private @Nullable Runnable running;

    /** Ends the call that is going on, or the one that is about to begin. */
    public void cancel() {
        Runnable ending;
        synchronized (this) {
            cancelled = true;
            ending = running;
        }
        if (ending != null) {
            ending.run();
        }
    }

    /** Ends the call as {@link #cancel} does, because whoever wanted the answer has gone. */
    public void abandon() {
        synchronized (this) {
            abandoned = true;
        }
        cancel();
    }

    /** True if nobody is there to be told that it was cancelled. */
    public synchronized boolean abandoned() {
        return abandoned;
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** For providers: how the call that begins is ended; done at once if it was cancelled before. */
    public void whenCancelled(Runnable ending) {
        boolean already;
        synchronized (this) {
            running = ending;
            already = cancelled;
        }
        if (already) {
            ending.run();
        }
    }
}
