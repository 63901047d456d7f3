package dev.atlas.mongo.identity;

import dev.atlas.persistence.identity.AuditEntryRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface AuditEntryRowRepository extends AuditEntryRows {}
