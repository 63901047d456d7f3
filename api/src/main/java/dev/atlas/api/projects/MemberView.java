package dev.atlas.api.projects;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import java.time.Instant;

/** Somebody who works in a project besides its owner. */
@View
public record MemberView(Id<Project> projectId, Id<User> userId, MemberRole role, Instant createdAt, long version) {

    static MemberView of(ProjectMember member) {
        return new MemberView(member.projectId(), member.userId(), member.role(), member.createdAt(), member.version());
    }
}
