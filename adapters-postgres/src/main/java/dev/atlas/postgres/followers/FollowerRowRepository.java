package dev.atlas.postgres.followers;

import dev.atlas.persistence.followers.FollowerRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface FollowerRowRepository extends FollowerRows {}
