package dev.atlas.domain.usage;

/** By what sums of usage are told apart. */
public enum UsageGrouping {
    /** All in one. */
    NOTHING,
    /** By the beginning of the bucket. */
    TIME,
    PROVIDER,
    /** By provider and model. */
    MODEL,
    USER,
    PROJECT,
    AGENT
}
