package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.PersonalTokenRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface PersonalTokenRowRepository extends PersonalTokenRows {}
