package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.FailedSignInsRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface FailedSignInsRowRepository extends FailedSignInsRows {}
