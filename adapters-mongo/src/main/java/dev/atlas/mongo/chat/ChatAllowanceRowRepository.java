package dev.atlas.mongo.chat;

import dev.atlas.persistence.chat.ChatAllowanceRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ChatAllowanceRowRepository extends ChatAllowanceRows {}
