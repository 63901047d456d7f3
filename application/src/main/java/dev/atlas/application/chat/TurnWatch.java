package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything this node waits for. It looks now and then whether that is still wanted, on any node, and by somebody who may have it;
 * and renews their places, so that other nodes know that this one lives. However many there are, one thread looks for all of
 * them, one after the other: a store that is slow is asked less often.
 */
final class TurnWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TurnWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** People seldom lose what they may do: they are looked at with each of so many looks. */
    private static final int LOOKS_AT_USERS = 4;

    /** Of what ends when this is closed, until all of it is stored. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Set<WatchedCall> waiting = ConcurrentHashMap.newKeySet();
    private final Places places;
    private final long betweenRenewals;
    private long renewed;
    private int looks;
    private boolean looking;
    private boolean closed;

    /** @param silence after which others take a turn for lost */
    TurnWatch(Places places, Duration silence) {
        this.places = places;
        this.betweenRenewals = silence.dividedBy(3).toNanos();
    }

    /** Cancels the call when nobody wants its answer any more, until it is {@link #left}. */
    synchronized WatchedCall over(Caller caller, Place place, Cancellation cancellation) {
        WatchedCall call = new WatchedCall(caller.user(), place, cancellation);
        waiting.add(call);
        if (closed) {
            cancellation.abandon();
        } else if (!looking) {
            looking = true;
            renewed = System.nanoTime();
            Thread.ofVirtual().name("atlas-turn-watch").start(this::look);
        }
        return call;
    }

    synchronized void left(WatchedCall call) {
        waiting.remove(call);
        notifyAll();
    }

    /** True if this node is at it. */
    boolean over(Place place) {
        return waiting.stream().anyMatch(call -> place.equals(call.place()));
    }

    /** Cancels at once what this node waits for of these. */
    void cancel(Collection<Id<ChatMessage>> answers) {
        waiting.stream()
                .filter(call -> call.answer() != null && answers.contains(call.answer()))
                .forEach(call -> call.cancellation().cancel());
    }

    private void look() {
        try {
            do {
                Thread.sleep(BETWEEN_LOOKS);
                lookOnce();
            } while (goesOn());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean goesOn() {
        looking = !closed && !waiting.isEmpty();
        return looking;
    }

    private void lookOnce() {
        try {
            places.turns()
                    .unwanted(Set.copyOf(waiting), ++looks % LOOKS_AT_USERS == 0)
                    .forEach(call -> call.cancellation().cancel());
            renewWhenDue();
        } catch (StorageException e) {
            LOG.debug("Whether answers are still wanted is not known for now", e);
        } catch (RuntimeException e) {
            LOG.error("Whether answers are still wanted is not known for now", e);
        }
    }

    /** For the thread that looks alone. */
    private void renewWhenDue() {
        long now = System.nanoTime();
        if (now - renewed >= betweenRenewals) {
            places.renew(waiting.stream().map(WatchedCall::place).toList());
            renewed = now;
        }
    }

    /** Ends everything as if whoever reads it had gone, and waits within a bound until it is stored. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.forEach(call -> call.cancellation().abandon());
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!waiting.isEmpty() && end - System.nanoTime() > 0) {
                wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiting.isEmpty()) {
            LOG.warn("{} turns were not stored within {}; they are taken for lost", waiting.size(), PATIENCE);
        }
    }
}
