package dev.atlas.postgres.tracking;

import dev.atlas.persistence.tracking.SubjectRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SubjectRowRepository extends SubjectRows {}
