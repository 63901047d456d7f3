package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.GuardRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface GuardRowRepository extends GuardRows {}
