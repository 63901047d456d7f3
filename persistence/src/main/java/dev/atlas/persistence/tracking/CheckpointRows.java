package dev.atlas.persistence.tracking;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface CheckpointRows extends CrudRepository<CheckpointRow, UUID> {}
