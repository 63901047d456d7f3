package dev.atlas.sqlite.identity;

import dev.atlas.persistence.identity.AuditEntryRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface AuditEntryRowRepository extends AuditEntryRows {}
