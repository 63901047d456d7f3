package dev.atlas.application.storage;

import org.jspecify.annotations.Nullable;

/**
 * What a copy did.
 *
 * @param verification what the target was found to hold in the end; null after a dry run
 */
public record CopyOutcome(CopyPlan plan, @Nullable Verification verification) {

    /** True if the target was proven to hold exactly what the source held. */
    public boolean proven() {
        return verification != null && verification.equal();
    }
}
