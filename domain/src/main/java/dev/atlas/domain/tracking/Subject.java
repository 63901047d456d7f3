package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Tags;
import dev.atlas.domain.Text;
import dev.atlas.domain.projects.Project;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person whose recordings a project works with, under the name the study gave them.
 *
 * @param subjectId such as {@code sub-0042}, 1 to 100 code points, unique in the project
 * @param age years, finite, not negative
 * @param pFactor finite
 * @param releases the rule of tags
 * @param phenotypic free, an object: scores
 * @param eegQuality free, an object
 * @param annotations free, an object
 * @param sessions a free array
 * @param sessionCount as the study counts them, not negative
 * @param trialCount as the study counts them, not negative
 * @param dataQuality finite
 * @param notes at most 10,000 code points; blank is absent
 * @param dateAdded lists order by it
 */
public record Subject(
        Id<Subject> id,
        Id<Project> projectId,
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
        Instant dateAdded,
        @Nullable Instant lastProcessed,
        long version) {

    public Subject {
        subjectId = Text.required("subject_id", subjectId, 100);
        age = Numbers.finiteNotNegative("age", age);
        releases = Tags.of("releases", releases);
        pFactor = Numbers.finite("p_factor", pFactor);
        sessionCount = Numbers.notNegative("n_sessions", sessionCount);
        trialCount = Numbers.notNegative("n_trials", trialCount);
        dataQuality = Numbers.finite("data_quality", dataQuality);
        notes = Text.optional("notes", notes, 10_000);
        dateAdded = Instants.micros("date_added", dateAdded);
        lastProcessed = Instants.microsOrNull("last_processed", lastProcessed);
    }
}
