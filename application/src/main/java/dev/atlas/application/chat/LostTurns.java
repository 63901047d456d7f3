package dev.atlas.application.chat;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends turns whose node has died in the middle of them: those whose place nobody has renewed for long. That is judged by how long
 * its version has stood still before the eyes of this node, never by a time in a record, as clocks jump. Any number of nodes may
 * look at once; each turn is ended by one of them.
 */
public final class LostTurns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LostTurns.class);

    /** Since when a place has been seen with this version. */
    private record Seen(long version, long since) {}

    /** The oldest are looked at first, and those of nodes that live are soon gone. */
    private static final int LOOKED_AT = 1_000;

    private final Foundation foundation;
    private final TurnLog log;
    private final TurnWatch watch;
    private final Duration silence;
    private final LongSupplier elapsed;
    private final Map<Id<ChatMessage>, Seen> seen = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    LostTurns(Foundation foundation, TurnLog log, TurnWatch watch, Duration silence, LongSupplier elapsed) {
        this.foundation = foundation;
        this.log = log;
        this.watch = watch;
        this.silence = silence;
        this.elapsed = elapsed;
    }

    /** The same, as another node that has seen nothing yet would look. {@code passed} is nanoseconds that only ever pass. */
    public LostTurns judgedBy(LongSupplier passed) {
        return new LostTurns(foundation, log, watch, silence, passed);
    }

    /** Looks now and then from a thread of its own, until it is closed. */
    public void begin() {
        Thread.ofVirtual().name("atlas-lost-turns").start(this::sweeps);
    }

    private void sweeps() {
        try {
            do {
                sweepOrLater();
            } while (!closed.await(silence.dividedBy(3).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOrLater() {
        try {
            sweep();
        } catch (StorageException e) {
            LOG.debug("Turns that are lost stay as they are until the next look", e);
        } catch (RuntimeException e) {
            LOG.error("Turns that are lost stay as they are until the next look", e);
        }
    }

    /** Looks once. Returns how many turns were ended. */
    public synchronized int sweep() {
        long asked = elapsed.getAsLong();
        List<ChatMessage> pending =
                foundation.storage().read(from -> from.chatMessages().pending(LOOKED_AT));
        long answered =
                elapsed.getAsLong(); // a version has stood still from here to where the next look begins, at least
        seen.keySet().retainAll(pending.stream().map(ChatMessage::id).toList());
        pending.forEach(each -> seen.merge(
                each.id(),
                new Seen(each.version(), answered),
                (before, now) -> before.version() == now.version() ? before : now));
        int ended = (int) pending.stream()
                .filter(each -> silent(each, asked) && !watch.over(each.id()) && end(each))
                .count();
        if (ended > 0) {
            LOG.warn("{} turns were lost with their nodes; what they were for is told so", ended);
        }
        return ended;
    }

    private boolean silent(ChatMessage place, long now) {
        Seen known = seen.get(place.id());
        return known != null && now - known.since() > silence.toNanos();
    }

    /** False if it was renewed or ended meanwhile. */
    private boolean end(ChatMessage place) {
        try {
            return log.lose(place);
        } catch (StorageException.Conflict e) {
            return false; // another node was faster
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
