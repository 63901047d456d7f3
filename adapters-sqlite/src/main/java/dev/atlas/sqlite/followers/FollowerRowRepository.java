package dev.atlas.sqlite.followers;

import dev.atlas.persistence.followers.FollowerRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface FollowerRowRepository extends FollowerRows {}
