package dev.atlas.domain.storage;

import dev.atlas.domain.identity.Users;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.tracking.CacheFiles;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Experiments;
import dev.atlas.domain.tracking.Subjects;

/** The ports of every context, within one unit of work. */
public interface Repositories {

    Users users();

    Projects projects();

    ProjectMembers projectMembers();

    Experiments experiments();

    Epochs epochs();

    Checkpoints checkpoints();

    Subjects subjects();

    CacheFiles cacheFiles();

    ImportedRows importedRows();

    /** Every kind as plain records, for moving all of them. */
    Records records();
}
