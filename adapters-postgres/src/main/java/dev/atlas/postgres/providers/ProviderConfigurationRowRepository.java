package dev.atlas.postgres.providers;

import dev.atlas.persistence.providers.ProviderConfigurationRows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ProviderConfigurationRowRepository extends ProviderConfigurationRows {}
