package dev.atlas.application.shadow;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the questions that were to be compared since this process began.
 *
 * @param share of the reads that are compared; 0 if none are
 * @param counts by all outcomes
 * @param differences the last of them, each once, the one found last first
 */
public record ShadowReport(double share, SortedMap<ShadowOutcome, Long> counts, List<KeptDifference> differences) {

    public ShadowReport {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        differences = List.copyOf(differences);
    }
}
