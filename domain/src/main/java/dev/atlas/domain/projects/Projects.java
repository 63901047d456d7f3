package dev.atlas.domain.projects;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import java.util.Collection;

/**
 * All projects. Removing one removes its members, experiments, subjects and cache files with it. Every list is newest
 * first (by time of creation, then id).
 */
public interface Projects extends Aggregates<Id<Project>, Project> {

    /** The unique rule on the names of an owner's active projects. */
    String NAME_PER_OWNER = "projects_name_per_owner";

    /** Those of this owner. */
    Slice<Project> ownedBy(Id<User> owner, ProjectFilter filter, Page page);

    /** Those of {@code ids} that are there. */
    Slice<Project> among(Collection<Id<Project>> ids, ProjectFilter filter, Page page);

    /** Those everybody may read. */
    Slice<Project> open(ProjectFilter filter, Page page);

    /** All of them. */
    Slice<Project> list(ProjectFilter filter, Page page);

    /** True if this user owns any, archived ones included. */
    boolean anyOwnedBy(Id<User> owner);
}
