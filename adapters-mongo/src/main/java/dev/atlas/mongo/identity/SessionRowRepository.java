package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.SessionRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface SessionRowRepository extends SessionRows {}
