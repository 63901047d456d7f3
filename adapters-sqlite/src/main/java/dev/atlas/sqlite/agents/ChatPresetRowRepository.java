package dev.atlas.sqlite.agents;

import dev.atlas.persistence.agents.ChatPresetRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface ChatPresetRowRepository extends ChatPresetRows {}
