package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.RoleRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface RoleRowRepository extends RoleRows {}
