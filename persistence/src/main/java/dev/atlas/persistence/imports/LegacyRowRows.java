package dev.atlas.persistence.imports;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface LegacyRowRows extends CrudRepository<LegacyRowRow, UUID> {}
