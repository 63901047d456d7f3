package dev.atlas.sqlite.nodes;

import dev.atlas.persistence.nodes.NodeRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface NodeRowRepository extends NodeRows {}
