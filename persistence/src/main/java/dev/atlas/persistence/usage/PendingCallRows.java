package dev.atlas.persistence.usage;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface PendingCallRows extends CrudRepository<PendingCallRow, UUID> {}
