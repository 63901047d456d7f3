package dev.atlas.mongo;

import dev.atlas.persistence.EngineContext;
import dev.atlas.persistence.EngineLibraries;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The beans of one open store. */
final class StoreContext {

    private static final EngineLibraries LIBRARIES = new EngineLibraries(
            "atlas-adapters-postgres-",
            "atlas-adapters-sqlite-",
            "micronaut-data-connection-jdbc-",
            "micronaut-data-jdbc-",
            "micronaut-data-tx-jdbc-");

    private StoreContext() {}

    static ApplicationContext open(BackendSettings settings) {
        return EngineContext.open(
                LIBRARIES,
                Map.of(
                        "atlas.engine",
                        "mongo",
                        "mongodb.uri",
                        settings.url().getConnectionString(),
                        "mongodb.uuid-representation",
                        "STANDARD"),
                settings);
    }
}
