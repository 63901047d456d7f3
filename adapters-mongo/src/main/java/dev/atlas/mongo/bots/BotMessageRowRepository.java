package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.BotMessageRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface BotMessageRowRepository extends BotMessageRows {}
