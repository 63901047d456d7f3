package dev.atlas.persistence.projects;

import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

public interface ProjectMemberRows extends CrudRepository<ProjectMemberRow, UUID> {

    Optional<ProjectMemberRow> findByProjectIdAndUserId(UUID projectId, UUID userId);
}
