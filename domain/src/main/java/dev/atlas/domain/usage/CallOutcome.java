package dev.atlas.domain.usage;

/** How a call of a model came to its end. */
public enum CallOutcome {
    /** The model has answered. */
    COMPLETED,
    /** Whoever read the answer, or the node that waited for it, had gone before it was whole. */
    INTERRUPTED,
    /** It was told to stop. */
    CANCELLED,
    /** The model, or the way to it, failed. */
    FAILED
}
