package dev.atlas.application.mirror;

/** What a mirror has done; after each of them it can be gone on from what is recorded in it. */
public enum MirrorStep {
    /** It was made sure that it may be the mirror, and is recorded that it is. */
    CHECKED,
    /** A stretch was copied. */
    COPIED,
    /** A stretch was put in relation with what was copied after it. */
    LINKED,
    /** What the primary wrote was taken over. */
    FOLLOWED,
    /** A stretch was compared with the primary. */
    COMPARED,
    /** What comparing everything has found is recorded. */
    VERIFIED
}
