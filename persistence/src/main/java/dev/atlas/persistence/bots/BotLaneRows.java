package dev.atlas.persistence.bots;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface BotLaneRows extends CrudRepository<BotLaneRow, UUID> {}
