package dev.atlas.domain.projects;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import java.util.List;
import java.util.Optional;

/** Who works in which project besides its owner. They go with their project, and with their user. */
public interface ProjectMembers extends Aggregates<Id<ProjectMember>, ProjectMember> {

    /** The unique rule on a user in a project. */
    String MEMBER = "project_members_member";

    /** This user's membership of this project, or empty. */
    Optional<ProjectMember> find(Id<Project> project, Id<User> user);

    /** The members of this project, newest first (by time of creation, then id). */
    Slice<ProjectMember> ofProject(Id<Project> project, Page page);

    /** All memberships of this user, oldest first (by time of creation, then id). */
    List<ProjectMember> ofUser(Id<User> user);
}
