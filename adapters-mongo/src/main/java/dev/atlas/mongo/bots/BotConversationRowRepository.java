package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.BotConversationRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface BotConversationRowRepository extends BotConversationRows {}
