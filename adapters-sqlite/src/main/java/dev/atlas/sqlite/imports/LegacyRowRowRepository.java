package dev.atlas.sqlite.imports;

import dev.atlas.persistence.imports.LegacyRowRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface LegacyRowRowRepository extends LegacyRowRows {}
