package dev.atlas.api.tracking;

import dev.atlas.api.http.Patch;
import dev.atlas.application.Change;
import dev.atlas.domain.tracking.Split;
import dev.atlas.domain.tracking.Splits;
import org.jspecify.annotations.Nullable;

/** The part of the data a subject belongs to, for each challenge, or a merge patch of it. */
public record SplitsInput(
        @Nullable Split challenge1Split, @Nullable Split challenge2Split, Patch patch) {

    static Splits splits(@Nullable SplitsInput splits) {
        return splits == null ? Splits.NONE : new Splits(splits.challenge1Split, splits.challenge2Split);
    }

    /** What a patch of a subject says of the first split: clearing the splits clears both. */
    static Change<Split> challenge1(Patch subject, @Nullable SplitsInput splits) {
        return splits == null
                ? subject.of("splits", null)
                : splits.patch.of("challenge1_split", splits.challenge1Split);
    }

    static Change<Split> challenge2(Patch subject, @Nullable SplitsInput splits) {
        return splits == null
                ? subject.of("splits", null)
                : splits.patch.of("challenge2_split", splits.challenge2Split);
    }
}
