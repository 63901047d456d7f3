package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;

public interface SecretRows extends CrudRepository<SecretRow, String> {}
