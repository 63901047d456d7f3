package dev.atlas.mongo.imports;

import dev.atlas.persistence.imports.ImportedRowRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ImportedRowRowRepository extends ImportedRowRows {}
