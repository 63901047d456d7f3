package dev.atlas.application.switching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long writes waited at the gate, each since it came. Safe for many threads. */
public final class WriteWaits {

    /** More than can wait at a time; those beyond are not counted. */
    private static final int MOST = 100_000;

    private final List<Long> nanos = new ArrayList<>();

    /**
     * What waiting came to.
     *
     * @param writes how many had to wait
     * @param p50 half of them waited no longer
     * @param p99 all but one in a hundred waited no longer
     */
    public record Summary(int writes, Duration p50, Duration p99, Duration max) {}

    synchronized void add(long waited) {
        if (nanos.size() < MOST) {
            nanos.add(waited);
        }
    }

    /** Sums up, and begins anew. */
    synchronized Summary take() {
        List<Long> sorted = nanos.stream().sorted().toList();
        nanos.clear();
        return new Summary(sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    /** By the nearest rank. */
    private static Duration at(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return rank == 0 ? Duration.ZERO : Duration.ofNanos(sorted.get(rank - 1));
    }
}
