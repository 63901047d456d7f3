package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Handedness;
import dev.atlas.domain.tracking.Sex;
import dev.atlas.domain.tracking.Split;
import dev.atlas.domain.tracking.Splits;
import dev.atlas.domain.tracking.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person whose recordings a project works with. */
@View
public record SubjectView(
        Id<Subject> id,
        Id<Project> projectId,
        String subjectId,
        @Nullable Double age,
        @Nullable String sex,
        @Nullable String handedness,
        List<String> releases,
        @Nullable Boolean hasEeg,
        @Nullable Boolean hasDemographics,
        @Nullable Boolean hasPhenotypic,
        @Nullable Double pFactor,
        Json.Obj phenotypic,
        Json.Obj eegQuality,
        @Nullable SplitsView splits,
        Json.Arr sessions,
        Json.Obj annotations,
        @Nullable Long nSessions,
        @Nullable Long nTrials,
        @Nullable Double dataQuality,
        @Nullable String notes,
        Instant dateAdded,
        @Nullable Instant lastProcessed,
        long version) {

    /** The part of the data a subject belongs to, for each challenge. */
    @View
    public record SplitsView(
            @Nullable Split challenge1Split, @Nullable Split challenge2Split) {

        static @Nullable SplitsView of(Splits splits) {
            return splits.equals(Splits.NONE) ? null : new SplitsView(splits.challenge1(), splits.challenge2());
        }
    }

    static SubjectView of(Subject subject) {
        Sex sex = subject.sex();
        Handedness hand = subject.handedness();
        return new SubjectView(
                subject.id(),
                subject.projectId(),
                subject.subjectId(),
                subject.age(),
                sex == null ? null : sex.name(),
                hand == null ? null : hand.name(),
                subject.releases(),
                subject.eegAvailable(),
                subject.demographicsAvailable(),
                subject.phenotypicAvailable(),
                subject.pFactor(),
                subject.phenotypic(),
                subject.eegQuality(),
                SplitsView.of(subject.splits()),
                subject.sessions(),
                subject.annotations(),
                subject.sessionCount(),
                subject.trialCount(),
                subject.dataQuality(),
                subject.notes(),
                subject.dateAdded(),
                subject.lastProcessed(),
                subject.version());
    }
}
