package dev.atlas.domain.chat;

/** How a message came to its end. */
public enum MessageState {
    /**
     * Some node is at it: a model is being asked, and this is the place of its answer, still without a word; or a tool runs that
     * was approved of. The node renews it now and then, as a new version, so that others know that it lives.
     */
    PENDING,
    /** It is whole. */
    COMPLETE,
    /** Whoever read it had gone, or its node; it holds what had arrived by then, as far as anybody knows. */
    INTERRUPTED,
    /** It was told to stop. */
    CANCELLED,
    /** The model, or the way to it, failed. */
    FAILED
}
