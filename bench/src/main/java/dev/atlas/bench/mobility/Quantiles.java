package dev.atlas.bench.mobility;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Of times in nanoseconds, in their order. */
record Quantiles(List<Long> sorted) {

    static Quantiles of(Collection<Long> nanos) {
        return new Quantiles(nanos.stream().sorted().toList());
    }

    /** In milliseconds, by the nearest rank; 0 if there are none. */
    double at(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return rank == 0 ? 0 : sorted.get(rank - 1) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, max %.1f ms", at(0.5), at(0.99), at(1));
    }
}
