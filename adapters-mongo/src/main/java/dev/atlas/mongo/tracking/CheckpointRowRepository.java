package dev.atlas.mongo.tracking;

import dev.atlas.persistence.tracking.CheckpointRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface CheckpointRowRepository extends CheckpointRows {}
