package dev.atlas.mongo.imports;

import dev.atlas.persistence.imports.LegacyRowRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface LegacyRowRowRepository extends LegacyRowRows {}
