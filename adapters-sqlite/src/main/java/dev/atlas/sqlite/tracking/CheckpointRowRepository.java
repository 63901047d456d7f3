package dev.atlas.sqlite.tracking;

import dev.atlas.persistence.tracking.CheckpointRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface CheckpointRowRepository extends CheckpointRows {}
