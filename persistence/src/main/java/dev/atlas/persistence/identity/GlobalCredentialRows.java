package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;

public interface GlobalCredentialRows extends CrudRepository<GlobalCredentialRow, String> {}
