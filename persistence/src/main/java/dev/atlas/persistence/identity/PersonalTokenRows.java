package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

public interface PersonalTokenRows extends CrudRepository<PersonalTokenRow, UUID> {

    Optional<PersonalTokenRow> findByHash(String hash);
}
