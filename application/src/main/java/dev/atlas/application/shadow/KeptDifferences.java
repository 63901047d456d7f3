package dev.atlas.application.shadow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The differences that were found last, each of them once. Safe for many threads. */
final class KeptDifferences {

    private static final int KEPT = 100;

    private final SequencedMap<ShadowDifference, KeptDifference> kept = new LinkedHashMap<>();

    /** True if it is not one of them yet. */
    synchronized boolean add(ShadowDifference difference, Instant now) {
        KeptDifference before = kept.remove(difference);
        if (kept.size() == KEPT) {
            kept.pollFirstEntry();
        }
        kept.put(difference, before == null ? new KeptDifference(difference, now, now, 1) : before.again(now));
        return before == null;
    }

    /** The one that was found last comes first. */
    synchronized List<KeptDifference> list() {
        return List.copyOf(kept.sequencedValues().reversed());
    }
}
