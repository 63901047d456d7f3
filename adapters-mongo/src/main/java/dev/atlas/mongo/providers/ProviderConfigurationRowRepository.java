package dev.atlas.mongo.providers;

import dev.atlas.persistence.providers.ProviderConfigurationRows;
import io.micronaut.data.mongodb.annotation.MongoRepository;

@MongoRepository
public interface ProviderConfigurationRowRepository extends ProviderConfigurationRows {}
