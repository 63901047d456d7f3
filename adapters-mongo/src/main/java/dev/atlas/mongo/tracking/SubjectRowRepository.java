package dev.atlas.mongo.tracking;

import dev.atlas.persistence.tracking.SubjectRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface SubjectRowRepository extends SubjectRows {}
