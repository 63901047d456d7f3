package dev.atlas.mongo.imports;

import dev.atlas.persistence.imports.ImportRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ImportRowRepository extends ImportRows {}
