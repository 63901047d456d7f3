package dev.atlas.persistence.tracking;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface SubjectRows extends CrudRepository<SubjectRow, UUID> {}
