package dev.atlas.persistence.identity;

import io.micronaut.data.repository.CrudRepository;

public interface FailedSignInsRows extends CrudRepository<FailedSignInsRow, String> {}
