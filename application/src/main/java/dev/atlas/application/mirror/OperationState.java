package dev.atlas.application.mirror;

/** How a storage operation stands. */
public enum OperationState {
    RUNNING,
    SUCCEEDED,
    /** It was refused; the operation says why. */
    FAILED,
    /** It could not be done within its bounds, or Atlas was stopped; everything is as before. */
    CANCELLED
}
