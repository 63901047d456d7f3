package dev.atlas.persistence.projects;

import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("project_members")
@UniqueRule(
        name = ProjectMembers.MEMBER,
        columns = {"project_id", "user_id"})
public record ProjectMemberRow(
        @Id UUID id,

        @MappedProperty("project_id") @RefersTo(value = ProjectRow.class, whenGone = WhenGone.REMOVE)
        UUID projectId,

        @MappedProperty("user_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID userId,

        String role,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @Version long version) {}
