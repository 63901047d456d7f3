package dev.atlas.persistence.chat;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface ChatAllowanceRows extends CrudRepository<ChatAllowanceRow, UUID> {}
