package dev.atlas.persistence.bots;

import io.micronaut.data.repository.CrudRepository;

public interface BotConfigurationRows extends CrudRepository<BotConfigurationRow, String> {}
