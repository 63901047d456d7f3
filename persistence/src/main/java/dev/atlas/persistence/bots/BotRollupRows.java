package dev.atlas.persistence.bots;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface BotRollupRows extends CrudRepository<BotRollupRow, UUID> {}
