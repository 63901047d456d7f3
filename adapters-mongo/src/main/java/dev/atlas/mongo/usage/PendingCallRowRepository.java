package dev.atlas.mongo.usage;

import dev.atlas.persistence.usage.PendingCallRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface PendingCallRowRepository extends PendingCallRows {}
