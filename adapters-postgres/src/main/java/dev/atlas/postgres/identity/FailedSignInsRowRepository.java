package dev.atlas.postgres.identity;

import dev.atlas.persistence.identity.FailedSignInsRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface FailedSignInsRowRepository extends FailedSignInsRows {}
