package dev.atlas.application.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Handedness;
import dev.atlas.domain.tracking.Sex;
import dev.atlas.domain.tracking.Splits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says about a new subject. The rules of the values are those of {@link dev.atlas.domain.tracking.Subject}. */
public record NewSubject(
        String subjectId,
        @Nullable Double age,
        @Nullable Sex sex,
        @Nullable Handedness handedness,
        List<String> releases,
        @Nullable Boolean eegAvailable,
        @Nullable Boolean demographicsAvailable,
        @Nullable Boolean phenotypicAvailable,
        @Nullable Double pFactor,
        Json.Obj phenotypic,
        Json.Obj eegQuality,
        Splits splits,
        Json.Arr sessions,
        Json.Obj annotations,
        @Nullable Long sessionCount,
        @Nullable Long trialCount,
        @Nullable Double dataQuality,
        @Nullable String notes,
        @Nullable Instant lastProcessed) {}
