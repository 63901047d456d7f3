package dev.atlas.persistence.agents;

import io.micronaut.data.repository.CrudRepository;

public interface AgentSettingsRows extends CrudRepository<AgentSettingsRow, String> {}
