package dev.atlas.mongo.idempotency;

import dev.atlas.persistence.idempotency.IdempotencyRecordRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface IdempotencyRecordRowRepository extends IdempotencyRecordRows {}
