package dev.atlas.providers;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.application.providers.ProviderProblem.TimedOut.Wait;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider: how long it may take from here on, and what ends it before its time. Made and used by one thread;
 * others only {@linkplain #end end} it.
 */
final class Call implements AutoCloseable {

    /** How often is looked whether it has been waited too long: all limits are whole seconds. */
    private static final Duration WATCH = Duration.ofMillis(250);

    /** What is waited for, and until when by {@link System#nanoTime}. */
    private record Waiting(Wait what, long until) {}

    private final ModelEndpoint endpoint;
    private final ScheduledExecutorService clock;
    private final Waiting whole;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable ProviderProblem> ended = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> ending = new AtomicReference<>();
    private volatile Waiting waiting;

    Call(ModelEndpoint endpoint, ScheduledExecutorService clock, Cancellation cancellation) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.whole = new Waiting(
                Wait.END, System.nanoTime() + endpoint.limits().call().toNanos());
        this.waiting = whole;
        watch();
        cancellation.whenCancelled(() -> end(new ProviderProblem.Cancelled()));
    }

    ModelEndpoint endpoint() {
        return endpoint;
    }

    /** From now on this is waited for, and no longer than that. */
    void await(Wait what, Duration atMost) {
        waiting = new Waiting(what, System.nanoTime() + atMost.toNanos());
    }

    /** Whoever asked is at work, which takes them as long as the call may take. */
    void awaitNothing() {
        waiting = whole;
    }

    /** How the work that begins now is broken off, by another thread; null once there is nothing to break off. */
    void breakingOffBy(@Nullable Runnable breaking) {
        ending.set(breaking);
        if (breaking != null && ended.get() != null) {
            breaking.run();
        }
    }

    /** Ends the call for this reason, unless it has one already. */
    void end(ProviderProblem problem) {
        if (ended.compareAndSet(null, problem)) {
            over.countDown();
            Runnable breaking = ending.get();
            if (breaking != null) {
                breaking.run();
            }
        }
    }

    /** Why it was ended; null if it was not. */
    @Nullable
    ProviderProblem ended() {
        return ended.get();
    }

    void throwIfEnded() {
        ProviderProblem problem = ended.get();
        if (problem != null) {
            throw new ProviderFailure(problem);
        }
    }

    /** Waits, unless the call is ended meanwhile or would be: then that is thrown. */
    void pause(Duration pause) {
        try {
            if (over.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throwIfEnded();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** True if there is that much time left. */
    boolean hasTimeFor(Duration pause) {
        return whole.until() - System.nanoTime() > pause.toNanos();
    }

    /** Whoever interrupts the thread does not want the answer. */
    ProviderFailure interrupted() {
        Thread.currentThread().interrupt();
        end(new ProviderProblem.Cancelled());
        return new ProviderFailure(new ProviderProblem.Cancelled());
    }

    @Override
    public void close() {
        ending.set(null);
        over.countDown();
    }

    /** One look at all that is waited for, and another one later: cheaper than a timer for each token. */
    private void watch() {
        if (over.getCount() == 0) {
            return;
        }
        long now = System.nanoTime();
        Waiting next = waiting.until() - whole.until() < 0 ? waiting : whole;
        if (next.until() - now <= 0) {
            end(new ProviderProblem.TimedOut(next.what()));
        } else {
            schedule(Math.min(WATCH.toNanos(), next.until() - now));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it schedules itself until the call is over
    private void schedule(long nanos) {
        clock.schedule(this::watch, nanos, TimeUnit.NANOSECONDS);
    }
}
