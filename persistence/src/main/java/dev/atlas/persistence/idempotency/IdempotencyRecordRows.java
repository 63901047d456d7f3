package dev.atlas.persistence.idempotency;

import io.micronaut.data.repository.CrudRepository;

public interface IdempotencyRecordRows extends CrudRepository<IdempotencyRecordRow, String> {}
