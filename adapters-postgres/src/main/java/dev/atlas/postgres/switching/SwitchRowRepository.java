package dev.atlas.postgres.switching;

import dev.atlas.persistence.switching.SwitchRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SwitchRowRepository extends SwitchRows {}
