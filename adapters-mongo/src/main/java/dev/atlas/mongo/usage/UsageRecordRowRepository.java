package dev.atlas.mongo.usage;

import dev.atlas.persistence.usage.UsageRecordRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface UsageRecordRowRepository extends UsageRecordRows {}
