package dev.atlas.persistence.chat;

import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

public interface ChatMessageRows extends CrudRepository<ChatMessageRow, UUID> {}
