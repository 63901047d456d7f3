package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;

public interface GuardRows extends CrudRepository<GuardRow, String> {}
