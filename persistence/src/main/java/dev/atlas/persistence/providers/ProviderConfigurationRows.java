package dev.atlas.persistence.providers;

import io.micronaut.data.repository.CrudRepository;

public interface ProviderConfigurationRows extends CrudRepository<ProviderConfigurationRow, String> {}
