package dev.atlas.persistence.tracking;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.TextsColumn;
import dev.atlas.persistence.projects.ProjectRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("experiments")
public record ExperimentRow(
        @Id UUID id,

        @MappedProperty("project_id") @RefersTo(value = ProjectRow.class, whenGone = WhenGone.REMOVE)
        UUID projectId,

        @MappedProperty("experiment_name") String name,
        @Nullable Long challenge,
        String status,
        @MappedProperty("model_name") @Nullable String modelName,

        @MappedProperty("model_architecture") @JsonColumn @Nullable
        Json modelArchitecture,

        @MappedProperty("model_parameters") @Nullable Long modelParameters,
        @MappedProperty("model_version") @Nullable String modelVersion,
        @JsonColumn Json config,
        @JsonColumn @Nullable Json dataset,
        @JsonColumn Json metrics,
        @TextsColumn List<String> tags,
        @Nullable String note,
        @MappedProperty("start_time") @Micros Instant startTime,
        @MappedProperty("end_time") @Micros @Nullable Instant endTime,
        @MappedProperty("created_by") String createdBy,
        @Nullable String hostname,
        @MappedProperty("checkpoint_dir") @Nullable String checkpointDir,

        @MappedProperty("parent_experiment_id")
        @RefersTo(value = ExperimentRow.class, whenGone = WhenGone.CLEAR)
        @Nullable
        UUID parentId,

        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
