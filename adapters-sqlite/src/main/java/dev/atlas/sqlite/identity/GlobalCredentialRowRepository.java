package dev.atlas.sqlite.identity;

import dev.atlas.persistence.identity.GlobalCredentialRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface GlobalCredentialRowRepository extends GlobalCredentialRows {}
