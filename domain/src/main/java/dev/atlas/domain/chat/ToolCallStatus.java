package dev.atlas.domain.chat;

/** How far a tool has come with what a model asked of it. */
public enum ToolCallStatus {
    /** Somebody must approve of it first. */
    PENDING,
    RUNNING,
    SUCCESS,
    ERROR,
    /** Whoever was to approve of it did not. */
    REFUSED
}
