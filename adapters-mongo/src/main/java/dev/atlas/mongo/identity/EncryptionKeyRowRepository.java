package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.EncryptionKeyRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface EncryptionKeyRowRepository extends EncryptionKeyRows {}
