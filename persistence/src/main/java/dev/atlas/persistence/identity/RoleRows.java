package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;

public interface RoleRows extends CrudRepository<RoleRow, String> {}
