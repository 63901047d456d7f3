package dev.atlas.persistence.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Subjects;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.TextsColumn;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.projects.ProjectRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("subjects")
@UniqueRule(
        name = Subjects.SUBJECT_ID_PER_PROJECT,
        columns = {"project_id", "subject_id"})
public record SubjectRow(
        @Id UUID id,

        @MappedProperty("project_id") @RefersTo(value = ProjectRow.class, whenGone = WhenGone.REMOVE)
        UUID projectId,

        @MappedProperty("subject_id") String subjectId,
        @Nullable Double age,
        @Nullable String sex,
        @Nullable String handedness,
        @TextsColumn List<String> releases,
        @MappedProperty("has_eeg") @Nullable Boolean eegAvailable,
        @MappedProperty("has_demographics") @Nullable Boolean demographicsAvailable,
        @MappedProperty("has_phenotypic") @Nullable Boolean phenotypicAvailable,
        @MappedProperty("p_factor") @Nullable Double pFactor,
        @JsonColumn Json phenotypic,
        @MappedProperty("eeg_quality") @JsonColumn Json eegQuality,
        @MappedProperty("challenge1_split") @Nullable String challenge1Split,
        @MappedProperty("challenge2_split") @Nullable String challenge2Split,
        @JsonColumn Json sessions,
        @JsonColumn Json annotations,
        @MappedProperty("n_sessions") @Nullable Long sessionCount,
        @MappedProperty("n_trials") @Nullable Long trialCount,
        @MappedProperty("data_quality") @Nullable Double dataQuality,
        @Nullable String notes,
        @MappedProperty("date_added") @Micros Instant dateAdded,
        @MappedProperty("last_processed") @Micros @Nullable Instant lastProcessed,
        @Version long version) {}
