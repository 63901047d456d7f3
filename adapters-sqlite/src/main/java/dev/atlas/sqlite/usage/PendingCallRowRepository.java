package dev.atlas.sqlite.usage;

import dev.atlas.persistence.usage.PendingCallRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface PendingCallRowRepository extends PendingCallRows {}
