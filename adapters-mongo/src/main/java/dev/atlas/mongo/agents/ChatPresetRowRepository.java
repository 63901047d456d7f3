package dev.atlas.mongo.agents;

import dev.atlas.persistence.agents.ChatPresetRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ChatPresetRowRepository extends ChatPresetRows {}
