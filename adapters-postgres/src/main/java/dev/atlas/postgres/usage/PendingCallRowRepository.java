package dev.atlas.postgres.usage;

import dev.atlas.persistence.usage.PendingCallRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PendingCallRowRepository extends PendingCallRows {}
