package dev.atlas.api.tracking;

import dev.atlas.api.http.BadRequest;
import dev.atlas.domain.tracking.Handedness;
import dev.atlas.domain.tracking.Sex;
import org.jspecify.annotations.Nullable;

/** The capital letters by which studies tell sex and handedness; other constants are in lower case on the wire. */
final class SubjectWords {

    private SubjectWords() {}

    static @Nullable Sex sex(@Nullable String letter) {
        return switch (letter) {
            case null -> null;
            case "F" -> Sex.F;
            case "M" -> Sex.M;
            default -> throw new BadRequest("sex", "must be F or M");
        };
    }

    static @Nullable Handedness handedness(@Nullable String letter) {
        return switch (letter) {
            case null -> null;
            case "R" -> Handedness.R;
            case "L" -> Handedness.L;
            default -> throw new BadRequest("handedness", "must be R or L");
        };
    }
}
