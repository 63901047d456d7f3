package dev.atlas.application.shadow;

import dev.atlas.application.mirror.MirrorReading;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.EnvironmentSettings;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what some reads were answered with what the mirror answers, from a thread of its own. No read ever waits for
 * that: what cannot be compared in time is dropped, and counted. Safe for any number of threads.
 */
final class ShadowReads implements AutoCloseable {

    /** The share of reads to compare, from 0 to 1. */
    static final String SETTING = "ATLAS_STORAGE_COMPARE";

    /** How many questions of a unit of work are compared. */
    static final int QUESTIONS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(ShadowReads.class);
    private static final int WAITING = 1_000;
    private static final Duration TURN = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final double share;
    private final Random random;
    private final Clock clock;
    private final ShadowComparison comparison;
    private final BlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Map<ShadowOutcome, LongAdder> counts = new EnumMap<>(ShadowOutcome.class);
    private final KeptDifferences kept = new KeptDifferences();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Begins at once.
     *
     * @param random decides which reads are compared; safe for many threads
     */
    ShadowReads(Storage primary, MirrorReading mirror, Clock clock, double share, Random random) {
        this.share = share;
        this.random = random;
        this.clock = clock;
        this.comparison = new ShadowComparison(primary, mirror, closed);
        for (ShadowOutcome outcome : ShadowOutcome.values()) {
            counts.put(outcome, new LongAdder());
        }
        this.thread = Thread.ofPlatform().name("atlas-shadow-reads").daemon().start(this::rounds);
    }

    /** The share that the settings name; 0 if they do not. Throws {@link CannotOpen} for one that makes no sense. */
    static double share(Map<String, String> environment, boolean mirrored) {
        double share = new EnvironmentSettings(environment).share(SETTING, 0);
        if (share > 0 && !mirrored) {
            throw new CannotOpen("%s compares with a mirror, and there is none: set %s, or remove %s."
                    .formatted(SETTING, StorageEngines.MIRROR, SETTING));
        }
        return share;
    }

    /** True if the read that is about to begin is to be compared. */
    boolean chosen() {
        return random.nextDouble() < share;
    }

    /** Takes what a read was answered. Never waits. */
    void offer(AskedQuestions asked) {
        count(ShadowOutcome.DROPPED, asked.missed());
        for (Asked each : asked.noted()) {
            if (!waiting.offer(each)) {
                count(ShadowOutcome.DROPPED, 1);
            }
        }
    }

    private void rounds() {
        while (closed.getCount() > 0) {
            try {
                Asked next = waiting.poll(TURN.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    compare(next);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void compare(Asked asked) {
        try {
            ShadowComparison.Result result = comparison.compare(asked);
            if (result.difference() != null) {
                keep(result.difference());
            }
            count(result.outcome(), 1);
        } catch (StorageException | DamagedRecord e) {
            LOG.debug("A store could not be asked, so that its answer cannot be compared", e);
            count(ShadowOutcome.DROPPED, 1);
        } catch (RuntimeException e) {
            LOG.error("The answers to {} cannot be compared", asked.question().name(), e);
            count(ShadowOutcome.DROPPED, 1);
        }
    }

    private void keep(ShadowDifference difference) {
        if (kept.add(difference, clock.instant())) {
            LOG.error(
                    "The mirror answers {} differently: {}. Verify it, and do not switch to it before it is known why.",
                    difference.question(),
                    difference.sentence());
        }
    }

    private void count(ShadowOutcome outcome, long questions) {
        counts.getOrDefault(outcome, new LongAdder()).add(questions);
    }

    double share() {
        return share;
    }

    /** How many questions came to this. */
    long count(ShadowOutcome outcome) {
        return counts.getOrDefault(outcome, new LongAdder()).sum();
    }

    /** The last that were found, each once. */
    List<KeptDifference> differences() {
        return kept.list();
    }

    /** Compares no more. What was waiting is dropped. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(CLOSE)) {
                LOG.warn("A comparison with the mirror takes long to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
