package dev.atlas.mongo.usage;

import dev.atlas.persistence.usage.ModelPriceRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ModelPriceRowRepository extends ModelPriceRows {}
