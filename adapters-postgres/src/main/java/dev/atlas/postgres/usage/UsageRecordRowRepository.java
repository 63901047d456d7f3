package dev.atlas.postgres.usage;

import dev.atlas.persistence.usage.UsageRecordRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface UsageRecordRowRepository extends UsageRecordRows {}
