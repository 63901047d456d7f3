package dev.atlas.postgres.chat;

import dev.atlas.persistence.chat.ChatAllowanceRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ChatAllowanceRowRepository extends ChatAllowanceRows {}
