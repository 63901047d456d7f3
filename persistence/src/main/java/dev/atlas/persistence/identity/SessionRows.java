package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface SessionRows extends CrudRepository<SessionRow, UUID> {}
