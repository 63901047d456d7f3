package dev.atlas.postgres.agents;

import dev.atlas.persistence.agents.ChatPresetRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ChatPresetRowRepository extends ChatPresetRows {}
