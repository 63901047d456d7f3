package dev.atlas.mongo.tracking;

import dev.atlas.persistence.tracking.EpochRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface EpochRowRepository extends EpochRows {}
