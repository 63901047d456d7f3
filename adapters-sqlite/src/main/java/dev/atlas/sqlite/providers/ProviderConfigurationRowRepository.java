package dev.atlas.sqlite.providers;

import dev.atlas.persistence.providers.ProviderConfigurationRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI)
public interface ProviderConfigurationRowRepository extends ProviderConfigurationRows {}
