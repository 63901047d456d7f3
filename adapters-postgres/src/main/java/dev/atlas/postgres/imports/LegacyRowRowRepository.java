package dev.atlas.postgres.imports;

import dev.atlas.persistence.imports.LegacyRowRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface LegacyRowRowRepository extends LegacyRowRows {}
