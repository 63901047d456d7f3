package dev.atlas.sqlite.identity;

import dev.atlas.persistence.identity.UserCredentialRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface UserCredentialRowRepository extends UserCredentialRows {}
