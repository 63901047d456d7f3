package dev.atlas.persistence.switching;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface SwitchRows extends CrudRepository<SwitchRow, UUID> {}
