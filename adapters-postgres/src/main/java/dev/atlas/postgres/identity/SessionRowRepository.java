package dev.atlas.postgres.identity;

import dev.atlas.persistence.identity.SessionRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SessionRowRepository extends SessionRows {}
