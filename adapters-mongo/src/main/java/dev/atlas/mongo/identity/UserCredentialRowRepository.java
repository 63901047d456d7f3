package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.UserCredentialRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface UserCredentialRowRepository extends UserCredentialRows {}
