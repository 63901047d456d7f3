package dev.atlas.application.mirror;

/** What can be begun on the stores, and takes its time. */
public enum StorageTask {
    /** All of the mirror is compared with the primary. */
    VERIFICATION,
    /** The primary and its mirror change places. */
    SWITCH
}
