package dev.atlas.sqlite.chat;

import dev.atlas.persistence.chat.ChatMessageRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface ChatMessageRowRepository extends ChatMessageRows {}
