package dev.atlas.domain.projects;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.identity.User;
import java.time.Instant;

/**
 * Somebody who works in a project of somebody else. The owner has no such row.
 *
 * @param createdAt when they became a member; a change of the role leaves it
 */
public record ProjectMember(
        Id<ProjectMember> id,
        Id<Project> projectId,
        Id<User> userId,
        MemberRole role,
        Instant createdAt,
        long version) {

    public ProjectMember {
        createdAt = Instants.micros("created_at", createdAt);
    }
}
