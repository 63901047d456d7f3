package dev.atlas.domain.storage;

import dev.atlas.domain.identity.Users;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.domain.projects.Projects;

/** The ports of every context, within one unit of work. */
public interface Repositories {

    Users users();

    Projects projects();

    ProjectMembers projectMembers();

    /** Every kind as plain records, for moving all of them. */
    Records records();
}
