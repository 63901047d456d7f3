package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

public interface UserCredentialRows extends CrudRepository<UserCredentialRow, UUID> {

    Optional<UserCredentialRow> findByUserIdAndProvider(UUID userId, String provider);
}
