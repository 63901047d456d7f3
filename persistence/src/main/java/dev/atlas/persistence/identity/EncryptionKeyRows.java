package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;

public interface EncryptionKeyRows extends CrudRepository<EncryptionKeyRow, String> {}
