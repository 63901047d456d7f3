package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.BotUpdateRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface BotUpdateRowRepository extends BotUpdateRows {}
