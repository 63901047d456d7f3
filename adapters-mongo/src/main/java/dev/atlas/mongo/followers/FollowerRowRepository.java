package dev.atlas.mongo.followers;

import dev.atlas.persistence.followers.FollowerRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface FollowerRowRepository extends FollowerRows {}
