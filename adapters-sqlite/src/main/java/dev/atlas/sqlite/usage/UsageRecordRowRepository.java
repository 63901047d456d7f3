package dev.atlas.sqlite.usage;

import dev.atlas.persistence.usage.UsageRecordRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface UsageRecordRowRepository extends UsageRecordRows {}
