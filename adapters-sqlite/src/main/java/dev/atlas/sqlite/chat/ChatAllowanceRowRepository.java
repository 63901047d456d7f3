package dev.atlas.sqlite.chat;

import dev.atlas.persistence.chat.ChatAllowanceRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface ChatAllowanceRowRepository extends ChatAllowanceRows {}
