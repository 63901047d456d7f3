package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface AuditEntryRows extends CrudRepository<AuditEntryRow, UUID> {}
