package dev.atlas.persistence;

import dev.atlas.domain.identity.Users;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import jakarta.inject.Singleton;

/** Every port on one engine. */
@Singleton
public record StoredRepositories(
        Engine engine,
        Users users,
        Projects projects,
        ProjectMembers projectMembers)
        implements Repositories {

    @Override
    public Records records() {
        return engine.records();
    }
}
