package dev.atlas.postgres.bots;

import dev.atlas.persistence.bots.BotRollupRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface BotRollupRowRepository extends BotRollupRows {}
