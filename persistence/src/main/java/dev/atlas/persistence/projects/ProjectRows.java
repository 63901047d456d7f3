package dev.atlas.persistence.projects;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface ProjectRows extends CrudRepository<ProjectRow, UUID> {

    boolean existsByOwnerId(UUID ownerId);
}
