package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.SigningKeyRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface SigningKeyRowRepository extends SigningKeyRows {}
