package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.SecretRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface SecretRowRepository extends SecretRows {}
