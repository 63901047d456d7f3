package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

public interface UserRows extends CrudRepository<UserRow, UUID> {

    Optional<UserRow> findByUsername(String username);

    boolean existsByRole(String role);
}
