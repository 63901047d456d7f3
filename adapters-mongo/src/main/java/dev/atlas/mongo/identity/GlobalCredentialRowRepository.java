package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.GlobalCredentialRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface GlobalCredentialRowRepository extends GlobalCredentialRows {}
