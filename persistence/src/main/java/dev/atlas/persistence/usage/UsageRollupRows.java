package dev.atlas.persistence.usage;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface UsageRollupRows extends CrudRepository<UsageRollupRow, UUID> {}
