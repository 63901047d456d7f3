package dev.atlas.domain.imports;

/** How an import stands. */
public enum ImportState {
    RUNNING,
    SUCCEEDED,
    /** It ended before everything was imported, and says why. */
    FAILED,
    /** The node that ran it is gone. What it had imported stays, and repeating it duplicates nothing. */
    INTERRUPTED
}
