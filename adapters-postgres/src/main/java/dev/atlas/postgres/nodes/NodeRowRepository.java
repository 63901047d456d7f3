package dev.atlas.postgres.nodes;

import dev.atlas.persistence.nodes.NodeRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface NodeRowRepository extends NodeRows {}
