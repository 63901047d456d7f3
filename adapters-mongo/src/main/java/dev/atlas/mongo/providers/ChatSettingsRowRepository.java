package dev.atlas.mongo.providers;

import dev.atlas.persistence.providers.ChatSettingsRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ChatSettingsRowRepository extends ChatSettingsRows {}
