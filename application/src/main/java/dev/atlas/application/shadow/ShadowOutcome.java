package dev.atlas.application.shadow;

import dev.atlas.domain.Words;

/** What became of a question that was to be compared. */
public enum ShadowOutcome {
    /** Both stores answered the same. */
    EQUAL,
    /** They did once both were in the same state: one of them was behind. */
    LAG,
    /** They answer differently in the same state. */
    DIFFERENT,
    /**
     * Nobody can say: too many were waiting, the mirror is away or far behind, or what was asked for changes all the time.
     */
    DROPPED;

    /** The word for it in metrics and answers. */
    public String word() {
        return Words.of(this);
    }
}
