package dev.atlas.mongo.agents;

import dev.atlas.persistence.agents.AgentSettingsRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface AgentSettingsRowRepository extends AgentSettingsRows {}
