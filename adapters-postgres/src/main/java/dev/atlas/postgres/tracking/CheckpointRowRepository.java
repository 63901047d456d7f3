package dev.atlas.postgres.tracking;

import dev.atlas.persistence.tracking.CheckpointRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface CheckpointRowRepository extends CheckpointRows {}
