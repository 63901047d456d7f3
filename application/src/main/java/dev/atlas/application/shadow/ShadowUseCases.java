package dev.atlas.application.shadow;

import dev.atlas.application.Foundation;
import dev.atlas.application.mirror.MirrorReading;
import dev.atlas.domain.storage.CannotOpen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has reads answered by the mirror too, and tells where it answers otherwise. Safe for any number of threads. */
public final class ShadowUseCases implements AutoCloseable {

    private final Foundation foundation;
    private final ShadowedStorage storage;
    private final MirrorReading mirror;
    private volatile @Nullable ShadowReads reads;

    /**
     * @param foundation of the primary itself, for comparing
     * @param storage what use cases read from
     */
    public ShadowUseCases(Foundation foundation, ShadowedStorage storage, MirrorReading mirror) {
        this.foundation = foundation;
        this.storage = storage;
        this.mirror = mirror;
    }

    /**
     * The share of reads that is to be compared by the settings; 0 if they name none. Throws {@link CannotOpen} for one that
     * is none, or if there is no mirror to compare with.
     */
    public static double share(Map<String, String> environment, boolean mirrored) {
        return ShadowReads.share(environment, mirrored);
    }

    /**
     * Compares reads from now on, in the place of what was begun before. Not fewer than none, nor more than all.
     *
     * @param share how many, from 0 to 1; nothing is done for 0
     * @param random decides which; safe for many threads
     */
    public synchronized void begin(double share, Random random) {
        close();
        if (share > 0) {
            ShadowReads begun = new ShadowReads(foundation.storage(), mirror, foundation.clock(), share, random);
            storage.compare(begun);
            reads = begun;
        }
    }

    /** How many questions came to this. */
    public long count(ShadowOutcome outcome) {
        ShadowReads running = reads;
        return running == null ? 0 : running.count(outcome);
    }

    public ShadowReport report() {
        ShadowReads running = reads;
        return new ShadowReport(
                running == null ? 0 : running.share(),
                Arrays.stream(ShadowOutcome.values())
                        .collect(Collectors.toMap(Function.identity(), this::count, (a, b) -> a, TreeMap::new)),
                running == null ? List.of() : running.differences());
    }

    /** Compares no more. */
    @Override
    public synchronized void close() {
        storage.compare(null);
        ShadowReads running = reads;
        if (running != null) {
            running.close();
            reads = null;
        }
    }
}
