package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.BotAccountRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface BotAccountRowRepository extends BotAccountRows {}
