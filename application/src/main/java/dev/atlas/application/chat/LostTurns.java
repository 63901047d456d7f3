package dev.atlas.application.chat;

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
 * Ends turns, and calls that belong to none, whose node has died in the middle of them: those whose place nobody has renewed for long. That is judged by how long
 * its version has stood still before the eyes of this node, never by a time in a record, as clocks jump. Any number of nodes may
 * look at once; each turn is ended by one of them.
 */
public final class LostTurns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LostTurns.class);

    /** Since when a place has been seen with this version. */
    private record Standing(long version, long since) {}

    /** The oldest are looked at first, and those of nodes that live are soon gone. */
    private static final int LOOKED_AT = 1_000;

    private final Places places;
    private final TurnWatch watch;
    private final Duration silence;
    private final LongSupplier elapsed;
    private final Map<Place, Standing> standing = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    LostTurns(Places places, TurnWatch watch, Duration silence, LongSupplier elapsed) {
        this.places = places;
        this.watch = watch;
        this.silence = silence;
        this.elapsed = elapsed;
    }

    /** The same, as another node that has seen nothing yet would look. {@code passed} is nanoseconds that only ever pass. */
    public LostTurns judgedBy(LongSupplier passed) {
        return new LostTurns(places, watch, silence, passed);
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
        List<Place.Seen> pending = places.oldest(LOOKED_AT);
        long answered =
                elapsed.getAsLong(); // a version has stood still from here to where the next look begins, at least
        standing.keySet().retainAll(pending.stream().map(Place.Seen::place).toList());
        pending.forEach(each -> standing.merge(
                each.place(),
                new Standing(each.version(), answered),
                (before, now) -> before.version() == now.version() ? before : now));
        int ended = (int) pending.stream()
                .filter(each -> silent(each.place(), asked) && !watch.over(each.place()) && end(each))
                .count();
        if (ended > 0) {
            LOG.warn("{} turns were lost with their nodes; whoever waits for them is told so", ended);
        }
        return ended;
    }

    private boolean silent(Place place, long now) {
        Standing known = standing.get(place);
        return known != null && now - known.since() > silence.toNanos();
    }

    /** False if it was renewed or ended meanwhile. */
    private boolean end(Place.Seen place) {
        try {
            return places.lose(place);
        } catch (StorageException.Conflict e) {
            return false; // another node was faster
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
