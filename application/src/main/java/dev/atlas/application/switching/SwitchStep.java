package dev.atlas.application.switching;

/** How far a switch has come, in this order. What comes before {@link #HANDED_OVER} can be taken back. */
public enum SwitchStep {
    /** Writes wait at the gate of this node. */
    HELD,
    /** The primary takes no writes any more, from whatever node. */
    FENCED,
    /** The mirror holds everything that the primary holds. */
    CAUGHT_UP,
    /** The former primary is a mirror. */
    HANDED_OVER,
    /** The former mirror is the primary. */
    TAKEN_OVER,
    /** Writes go on. */
    RELEASED,
    /** The former primary knows that all is done. */
    COMPLETED
}
