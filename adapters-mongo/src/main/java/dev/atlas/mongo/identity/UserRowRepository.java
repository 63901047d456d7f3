package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.UserRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface UserRowRepository extends UserRows {}
