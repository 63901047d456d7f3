package dev.atlas.persistence.bots;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface LinkCodeRows extends CrudRepository<LinkCodeRow, UUID> {}
