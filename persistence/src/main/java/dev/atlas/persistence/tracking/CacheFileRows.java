package dev.atlas.persistence.tracking;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface CacheFileRows extends CrudRepository<CacheFileRow, UUID> {}
