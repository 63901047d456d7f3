package dev.atlas.mongo.chat;

import dev.atlas.persistence.chat.ChatSessionRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ChatSessionRowRepository extends ChatSessionRows {}
