package dev.atlas.persistence.projects;

import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Projects;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.TextsColumn;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("projects")
@UniqueRule(
        name = Projects.NAME_PER_OWNER,
        columns = {"owner_id", "name"})
public record ProjectRow(
        @Id UUID id,

        @MappedProperty("owner_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REFUSE)
        UUID ownerId,

        String name,
        @Nullable String description,
        @Nullable String type,
        String status,
        @MappedProperty("archived_at") @Micros @Nullable Instant archivedAt,
        String visibility,
        @TextsColumn List<String> tags,
        @JsonColumn Json settings,
        @JsonColumn Json metadata,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
