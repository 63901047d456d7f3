package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.BotLaneRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface BotLaneRowRepository extends BotLaneRows {}
