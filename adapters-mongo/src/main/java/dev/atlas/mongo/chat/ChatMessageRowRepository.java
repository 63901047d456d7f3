package dev.atlas.mongo.chat;

import dev.atlas.persistence.chat.ChatMessageRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ChatMessageRowRepository extends ChatMessageRows {}
