package dev.atlas.postgres.agents;

import dev.atlas.persistence.agents.AgentSettingsRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AgentSettingsRowRepository extends AgentSettingsRows {}
