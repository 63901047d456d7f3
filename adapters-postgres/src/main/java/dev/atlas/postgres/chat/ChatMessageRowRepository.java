package dev.atlas.postgres.chat;

import dev.atlas.persistence.chat.ChatMessageRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ChatMessageRowRepository extends ChatMessageRows {}
