package dev.atlas.application.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells what has stood still before the eyes of this node, look after look: what its node renews no more. No time of a record is
 * asked, as clocks jump. For one thread at a time.
 *
 * @param <K> what is looked at
 * @param <V> what changes with each renewal
 */
public final class Stillness<K, V> {

    /** Since when it has been seen like this. */
    private record Standing<V>(V version, long since) {}

    private final Duration silence;
    private final LongSupplier elapsed;
    private final Map<K, Standing<V>> standing = new HashMap<>();

    /**
     * @param silence after which something is taken for dead
     * @param elapsed nanoseconds that only ever pass
     */
    public Stillness(Duration silence, LongSupplier elapsed) {
        this.silence = silence;
        this.elapsed = elapsed;
    }

    /** Looks once, and answers what has not changed for longer than the silence. */
    public List<K> look(Supplier<Map<K, V>> looking) {
        long asked = elapsed.getAsLong();
        Map<K, V> seen = looking.get();
        long answered = elapsed.getAsLong(); // it has stood still from here to where the next look begins, at least
        standing.keySet().retainAll(seen.keySet());
        List<K> still = new ArrayList<>();
        seen.forEach((key, version) -> {
            Standing<V> known = standing.merge(
                    key,
                    new Standing<>(version, answered),
                    (before, now) -> before.version().equals(now.version()) ? before : now);
            if (asked - known.since() > silence.toNanos()) {
                still.add(key);
            }
        });
        return still;
    }
}
