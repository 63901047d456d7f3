package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.BotConfigurationRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface BotConfigurationRowRepository extends BotConfigurationRows {}
