package dev.atlas.domain.tracking;

import dev.atlas.domain.Text;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule for what one epoch or checkpoint has measured: names of 1 to 200 code points with a double each, NaN and
 * infinities included.
 */
public final class EpochMetrics {

    private static final int MAX_NAME = 200;

    private EpochMetrics() {}

    public static SortedMap<String, Double> of(SortedMap<String, Double> metrics) {
        metrics.keySet().forEach(name -> Text.required("metrics", name, MAX_NAME));
        return Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }
}
