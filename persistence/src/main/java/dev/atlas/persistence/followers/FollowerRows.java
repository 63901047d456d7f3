package dev.atlas.persistence.followers;

import io.micronaut.data.repository.CrudRepository;

public interface FollowerRows extends CrudRepository<FollowerRow, String> {}
