package dev.atlas.persistence.bots;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface BotMessageRows extends CrudRepository<BotMessageRow, UUID> {}
