package dev.atlas.domain.tracking;

/** Which values of a metric are the better ones: losses are best small, accuracies large. */
public enum Direction {
    MIN,
    MAX
}
