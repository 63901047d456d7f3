package dev.atlas.application.shadow;

import java.time.Instant;

/** A difference, when it was found first and last, and how often. */
public record KeptDifference(ShadowDifference difference, Instant first, Instant last, long times) {

    /** The same after it was found once more. */
    KeptDifference again(Instant now) {
        return new KeptDifference(difference, first, now, times + 1);
    }
}
