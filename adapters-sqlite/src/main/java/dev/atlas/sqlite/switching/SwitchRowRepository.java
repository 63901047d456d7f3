package dev.atlas.sqlite.switching;

import dev.atlas.persistence.switching.SwitchRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface SwitchRowRepository extends SwitchRows {}
