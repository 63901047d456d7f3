package dev.atlas.mongo.tracking;

import dev.atlas.persistence.tracking.ExperimentRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ExperimentRowRepository extends ExperimentRows {}
