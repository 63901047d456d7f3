package dev.atlas.mongo.switching;

import dev.atlas.persistence.switching.SwitchRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface SwitchRowRepository extends SwitchRows {}
