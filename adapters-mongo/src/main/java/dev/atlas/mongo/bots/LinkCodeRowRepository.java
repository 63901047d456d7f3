package dev.atlas.mongo.bots;

import dev.atlas.persistence.bots.LinkCodeRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface LinkCodeRowRepository extends LinkCodeRows {}
