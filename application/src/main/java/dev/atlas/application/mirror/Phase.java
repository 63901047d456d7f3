package dev.atlas.application.mirror;

import dev.atlas.domain.Words;

/** What is happening to a mirror. */
public enum Phase {
    /** It is made sure that it may be one. */
    PREFLIGHT,
    /** It does not hold everything yet. */
    COPYING,
    /** It holds everything, and takes over what is written. */
    FOLLOWING,
    /** The same, while it is compared with the primary. */
    VERIFYING,
    /** It and the primary are changing places. */
    SWITCHING,
    /** It or the primary does not answer; it is tried again. */
    UNREACHABLE,
    /** Another node mirrors. */
    ELSEWHERE,
    /** It cannot go on before somebody has done something about it. */
    STOPPED;

    /** The one that a mirror is in if nobody is at it. */
    static Phase of(MirrorMark.State state) {
        return switch (state) {
            case ERASING, COPYING, LINKING -> COPYING;
            case FOLLOWING -> FOLLOWING;
            case DETACHED -> STOPPED;
        };
    }

    /** The word for it that people read. */
    public String word() {
        return Words.of(this);
    }
}
