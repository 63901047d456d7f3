package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.tracking.SubjectChange;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge patch of a subject; its subject id stays. */
public record SubjectPatch(
        @Nullable @Limits(min = 0) Double age,
        @Nullable @Limits(words = {"F", "M"}) String sex,
        @Nullable @Limits(words = {"R", "L"}) String handedness,
        @Nullable @Limits(max = 50) List<@Limits(min = 1, max = 100) String> releases,
        @Nullable Boolean hasEeg,
        @Nullable Boolean hasDemographics,
        @Nullable Boolean hasPhenotypic,
        @Nullable Double pFactor,
        Json.@Nullable Obj phenotypic,
        Json.@Nullable Obj eegQuality,
        @Nullable SplitsInput splits,
        Json.@Nullable Arr sessions,
        Json.@Nullable Obj annotations,
        @Nullable @Limits(min = 0) Long nSessions,
        @Nullable @Limits(min = 0) Long nTrials,
        @Nullable Double dataQuality,
        @Nullable @Limits(max = 10_000) String notes,
        @Nullable Instant lastProcessed,
        Patch patch)
        implements Input {

    SubjectChange change() {
        return new SubjectChange(
                patch.of("age", age),
                patch.of("sex", SubjectWords.sex(sex)),
                patch.of("handedness", SubjectWords.handedness(handedness)),
                patch.of("releases", releases),
                patch.of("has_eeg", hasEeg),
                patch.of("has_demographics", hasDemographics),
                patch.of("has_phenotypic", hasPhenotypic),
                patch.of("p_factor", pFactor),
                patch.of("phenotypic", phenotypic),
                patch.of("eeg_quality", eegQuality),
                SplitsInput.challenge1(patch, splits),
                SplitsInput.challenge2(patch, splits),
                patch.of("sessions", sessions),
                patch.of("annotations", annotations),
                patch.of("n_sessions", nSessions),
                patch.of("n_trials", nTrials),
                patch.of("data_quality", dataQuality),
                patch.of("notes", notes),
                patch.of("last_processed", lastProcessed));
    }
}
