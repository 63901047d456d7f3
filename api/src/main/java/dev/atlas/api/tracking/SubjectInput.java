package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.tracking.NewSubject;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A subject to be added. */
public record SubjectInput(
        @Limits(min = 1, max = 100) String subjectId,
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
        @Nullable Instant lastProcessed)
        implements Input {

    NewSubject wanted() {
        return new NewSubject(
                subjectId,
                age,
                SubjectWords.sex(sex),
                SubjectWords.handedness(handedness),
                Objects.requireNonNullElse(releases, List.of()),
                hasEeg,
                hasDemographics,
                hasPhenotypic,
                pFactor,
                Objects.requireNonNullElse(phenotypic, Json.Obj.EMPTY),
                Objects.requireNonNullElse(eegQuality, Json.Obj.EMPTY),
                SplitsInput.splits(splits),
                Objects.requireNonNullElse(sessions, new Json.Arr(List.of())),
                Objects.requireNonNullElse(annotations, Json.Obj.EMPTY),
                nSessions,
                nTrials,
                dataQuality,
                notes,
                lastProcessed);
    }
}
