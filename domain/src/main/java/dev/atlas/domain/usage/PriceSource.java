package dev.atlas.domain.usage;

/** Where a price comes from. */
public enum PriceSource {
    /** Administrators have set it. */
    SET,
    /** Atlas knows it by itself. */
    KNOWN,
    /** Another system has charged by it. */
    IMPORTED
}
