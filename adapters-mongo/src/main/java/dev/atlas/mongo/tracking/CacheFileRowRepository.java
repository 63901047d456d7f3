package dev.atlas.mongo.tracking;

import dev.atlas.persistence.tracking.CacheFileRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface CacheFileRowRepository extends CacheFileRows {}
