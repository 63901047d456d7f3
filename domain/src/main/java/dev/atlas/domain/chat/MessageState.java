package dev.atlas.domain.chat;

/** How a message came to its end. */
public enum MessageState {
    /** A model is being asked; this is the place of its answer, still without a word. */
    PENDING,
    /** It is whole. */
    COMPLETE,
    /** Whoever read it had gone; it holds what had arrived by then. */
    INTERRUPTED,
    /** It was told to stop. */
    CANCELLED,
    /** The model, or the way to it, failed. */
    FAILED
}
