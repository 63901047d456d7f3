package dev.atlas.persistence.agents;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface ChatPresetRows extends CrudRepository<ChatPresetRow, UUID> {}
