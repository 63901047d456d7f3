package dev.atlas.persistence;

import dev.atlas.domain.identity.Users;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.CacheFiles;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Experiments;
import dev.atlas.domain.tracking.Subjects;
import jakarta.inject.Singleton;

/** Every port on one engine. */
@Singleton
public record StoredRepositories(
        Engine engine,
        Users users,
        Projects projects,
        ProjectMembers projectMembers,
        Experiments experiments,
        Epochs epochs,
        Checkpoints checkpoints,
        Subjects subjects,
        CacheFiles cacheFiles,
        ImportedRows importedRows)
        implements Repositories {

    @Override
    public Records records() {
        return engine.records();
    }
}
