package dev.atlas.mongo.usage;

import dev.atlas.persistence.usage.UsageRollupRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface UsageRollupRowRepository extends UsageRollupRows {}
