package dev.atlas.sqlite.idempotency;

import dev.atlas.persistence.idempotency.IdempotencyRecordRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface IdempotencyRecordRowRepository extends IdempotencyRecordRows {}
