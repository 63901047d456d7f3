package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.BotRollupRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface BotRollupRowRepository extends BotRollupRows {}
